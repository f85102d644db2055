//! Ways on a map of terrain.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::iter::successors;

/// A cell: column and row.
pub type Cell = (usize, usize);

/// A map. `1` to `9` is what it costs to step on a cell, `.` the same as `1`, anything else a wall.
#[derive(Clone, Debug)]
pub struct Grid {
    costs: Vec<Option<u32>>,
    width: usize,
}

impl Grid {
    /// Read a map, one row per line; short lines end in walls.
    pub fn parse(text: &str) -> Self {
        let width = text
            .lines()
            .map(|line| line.chars().count())
            .max()
            .unwrap_or(0);
        let costs = text
            .lines()
            .flat_map(|line| line.chars().chain(std::iter::repeat('#')).take(width))
            .map(|c| match c {
                '.' => Some(1),
                _ => c.to_digit(10).filter(|&cost| cost > 0),
            })
            .collect();
        Self { costs, width }
    }

    fn cost(&self, (column, row): Cell) -> Option<u32> {
        if column >= self.width {
            return None;
        }
        self.costs.get(row * self.width + column).copied().flatten()
    }

    /// A cheapest way between two cells, by steps to the four sides, with its cost.
    ///
    /// The start costs nothing. `None` if there is no way.
    pub fn path(&self, start: Cell, goal: Cell) -> Option<(u32, Vec<Cell>)> {
        self.cost(start)?;
        self.cost(goal)?;
        let index = |(column, row): Cell| row * self.width + column;
        let estimate =
            |(column, row): Cell| (column.abs_diff(goal.0) + row.abs_diff(goal.1)) as u32;
        // The cheapest way to each cell so far, and the cell before it.
        let mut best: Vec<Option<(u32, Option<Cell>)>> = vec![None; self.costs.len()];
        best[index(start)] = Some((0, None));
        let mut queue = BinaryHeap::from([Reverse((estimate(start), 0, start))]);
        while let Some(Reverse((_, cost, cell))) = queue.pop() {
            if cell == goal {
                let before = |&cell: &Cell| best[index(cell)].and_then(|(_, before)| before);
                let mut cells: Vec<Cell> = successors(Some(goal), before).collect();
                cells.reverse();
                return Some((cost, cells));
            }
            if best[index(cell)].is_some_and(|(known, _)| cost > known) {
                continue;
            }
            let (column, row) = cell;
            let around = [
                (column.wrapping_sub(1), row),
                (column + 1, row),
                (column, row.wrapping_sub(1)),
                (column, row.wrapping_add(1)),
            ];
            for next in around {
                if next.1 >= self.costs.len() / self.width {
                    continue;
                }
                let Some(step) = self.cost(next) else {
                    continue;
                };
                let total = cost + step;
                let entry = &mut best[index(next)];
                if entry.is_none_or(|(known, _)| total < known) {
                    *entry = Some((total, Some(cell)));
                    queue.push(Reverse((total + estimate(next), total, next)));
                }
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn around_a_wall() {
        let grid = Grid::parse("...\n.#.\n.#.");
        let (cost, cells) = grid.path((0, 2), (2, 2)).expect("a way");
        assert_eq!(cost, 6);
        assert_eq!(
            cells,
            [(0, 2), (0, 1), (0, 0), (1, 0), (2, 0), (2, 1), (2, 2)]
        );
    }

    #[test]
    fn a_detour_may_be_cheaper_than_a_swamp() {
        let grid = Grid::parse("...\n.9.");
        assert_eq!(grid.path((0, 1), (2, 1)).map(|(cost, _)| cost), Some(4));
        let narrow = Grid::parse(".9.");
        assert_eq!(narrow.path((0, 0), (2, 0)).map(|(cost, _)| cost), Some(10));
    }

    #[test]
    fn there_may_be_no_way() {
        let grid = Grid::parse(".#.\n.#");
        assert_eq!(grid.path((0, 0), (2, 0)), None);
        // Walls and what lies outside cannot be entered.
        assert_eq!(grid.path((0, 0), (1, 0)), None);
        assert_eq!(grid.path((0, 0), (0, 2)), None);
        assert_eq!(grid.path((7, 7), (0, 0)), None);
        assert_eq!(Grid::parse("").path((0, 0), (0, 0)), None);
    }

    #[test]
    fn standing_still() {
        assert_eq!(
            Grid::parse("5").path((0, 0), (0, 0)),
            Some((0, vec![(0, 0)]))
        );
    }

    /// The same by trying all ways, for small maps.
    fn cheapest(grid: &Grid, at: Cell, goal: Cell, seen: &mut Vec<Cell>) -> Option<u32> {
        if at == goal {
            return Some(0);
        }
        seen.push(at);
        let (column, row) = at;
        let around = [
            (column + 1, row),
            (column.wrapping_sub(1), row),
            (column, row + 1),
            (column, row.wrapping_sub(1)),
        ];
        let best = around
            .into_iter()
            .filter(|next| next.1 < 3 && !seen.contains(next))
            .collect::<Vec<_>>()
            .into_iter()
            .filter_map(|next| Some(grid.cost(next)? + cheapest(grid, next, goal, seen)?))
            .min();
        seen.pop();
        best
    }

    #[test]
    fn as_cheap_as_the_best_of_all_ways() {
        for text in [
            "192\n3#1\n111",
            "111\n999\n111",
            "1#1\n1#1\n121",
            "987\n198\n219",
        ] {
            let grid = Grid::parse(text);
            for goal in [(2, 0), (2, 2), (0, 2)] {
                let found = grid.path((0, 0), goal).map(|(cost, _)| cost);
                assert_eq!(
                    found,
                    cheapest(&grid, (0, 0), goal, &mut Vec::new()),
                    "{text} {goal:?}"
                );
            }
        }
    }
}
