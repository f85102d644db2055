//! Conway's game of life on an endless board.

use std::collections::{BTreeSet, HashMap};

/// Column and row; both may be negative.
pub type Cell = (i64, i64);

/// One generation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Life {
    living: BTreeSet<Cell>,
}

impl Life {
    /// Read a drawing with `#` for living cells; its upper left corner is at (0, 0).
    pub fn parse(drawing: &str) -> Self {
        let living = (0..).zip(drawing.lines()).flat_map(|(row, line)| {
            (0..)
                .zip(line.chars())
                .filter(|&(_, c)| c == '#')
                .map(move |(column, _)| (column, row))
        });
        Self {
            living: living.collect(),
        }
    }

    /// How many cells live.
    pub fn population(&self) -> usize {
        self.living.len()
    }

    /// The generation after this one.
    #[must_use]
    pub fn next(&self) -> Self {
        let mut neighbours: HashMap<Cell, u8> = HashMap::new();
        for &(column, row) in &self.living {
            for (c, r) in (-1..=1).flat_map(|c| (-1..=1).map(move |r| (c, r))) {
                if (c, r) != (0, 0) {
                    *neighbours.entry((column + c, row + r)).or_default() += 1;
                }
            }
        }
        let living = neighbours
            .into_iter()
            .filter(|(cell, count)| *count == 3 || *count == 2 && self.living.contains(cell))
            .map(|(cell, _)| cell)
            .collect();
        Self { living }
    }

    /// All generations from this one on, this one first.
    pub fn generations(self) -> impl Iterator<Item = Self> {
        std::iter::successors(Some(self), |life| Some(life.next()))
    }

    /// Draw a part of the board.
    pub fn draw(&self, columns: std::ops::Range<i64>, rows: std::ops::Range<i64>) -> String {
        rows.flat_map(|row| {
            let cell = move |column| {
                if self.living.contains(&(column, row)) {
                    '#'
                } else {
                    '.'
                }
            };
            columns.clone().map(cell).chain(['\n'])
        })
        .collect()
    }

    /// The same pattern elsewhere.
    #[must_use]
    pub fn moved(&self, columns: i64, rows: i64) -> Self {
        let living = self
            .living
            .iter()
            .map(|&(column, row)| (column + columns, row + rows));
        Self {
            living: living.collect(),
        }
    }
}

/// After how many generations the pattern is the same again at the same place; `None` if not within `limit`.
pub fn period(life: &Life, limit: usize) -> Option<usize> {
    life.next()
        .generations()
        .take(limit)
        .position(|later| later == *life)
        .map(|generations| generations + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_blinker_has_the_period_two() {
        let blinker = Life::parse("###");
        assert_eq!(blinker.next().draw(-1..3, -1..2), "..#.\n..#.\n..#.\n");
        assert_eq!(period(&blinker, 10), Some(2));
    }

    #[test]
    fn a_block_stays() {
        assert_eq!(period(&Life::parse("##\n##"), 10), Some(1));
    }

    #[test]
    fn a_glider_moves_on_across_zero() {
        let glider = Life::parse(".#.\n..#\n###").moved(-2, -2);
        let later = glider.clone().generations().nth(4).expect("it never ends");
        assert_eq!(later, glider.moved(1, 1));
        assert_eq!(period(&glider, 50), None);
    }

    #[test]
    fn lonely_cells_die() {
        assert_eq!(Life::parse("##").next(), Life::default());
        assert_eq!(Life::default().next().population(), 0);
    }

    #[test]
    fn a_drawing_shows_what_was_read() {
        let drawing = ".#.\n#.#\n";
        assert_eq!(Life::parse(drawing).draw(0..3, 0..2), drawing);
    }
}
