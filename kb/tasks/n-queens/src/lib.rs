//! Queens that do not attack each other.

use std::ops::ControlFlow;

struct Search<'a, F> {
    size: usize,
    /// The column of the queen in each row so far.
    queens: Vec<usize>,
    columns: Vec<bool>,
    rising: Vec<bool>,
    falling: Vec<bool>,
    found: &'a mut F,
}

impl<F: FnMut(&[usize]) -> ControlFlow<()>> Search<'_, F> {
    fn place(&mut self) -> ControlFlow<()> {
        let row = self.queens.len();
        if row == self.size {
            return (self.found)(&self.queens);
        }
        for column in 0..self.size {
            let (rising, falling) = (row + column, row + self.size - column);
            if self.columns[column] || self.rising[rising] || self.falling[falling] {
                continue;
            }
            self.mark(column, rising, falling, true);
            self.queens.push(column);
            self.place()?;
            self.queens.pop();
            self.mark(column, rising, falling, false);
        }
        ControlFlow::Continue(())
    }

    fn mark(&mut self, column: usize, rising: usize, falling: usize, taken: bool) {
        self.columns[column] = taken;
        self.rising[rising] = taken;
        self.falling[falling] = taken;
    }
}

/// Call `found` with every solution, in order: the column of the queen in each row. It may end the search.
pub fn for_each_solution(size: usize, mut found: impl FnMut(&[usize]) -> ControlFlow<()>) {
    let mut search = Search {
        size,
        queens: Vec::with_capacity(size),
        columns: vec![false; size],
        rising: vec![false; 2 * size],
        falling: vec![false; 2 * size + 1],
        found: &mut found,
    };
    // Ended early or not makes no difference to the caller.
    let _ = search.place();
}

/// How many solutions there are.
pub fn count(size: usize) -> u64 {
    let mut count = 0;
    for_each_solution(size, |_| {
        count += 1;
        ControlFlow::Continue(())
    });
    count
}

/// The first solution as a drawing, if there is one.
pub fn draw_first(size: usize) -> Option<String> {
    let mut drawing = None;
    for_each_solution(size, |queens| {
        let row = |&queen: &usize| -> String {
            let cells = (0..size).map(|column| if column == queen { 'Q' } else { '.' });
            cells.chain(['\n']).collect()
        };
        drawing = Some(queens.iter().map(row).collect());
        ControlFlow::Break(())
    });
    drawing
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_numbers_of_solutions() {
        let counts: Vec<u64> = (0..=8).map(count).collect();
        assert_eq!(counts, [1, 1, 0, 0, 2, 10, 4, 40, 92]);
    }

    #[test]
    fn no_queen_attacks_another() {
        for_each_solution(6, |queens| {
            for (row, &column) in queens.iter().enumerate() {
                for (other_row, &other) in queens.iter().enumerate().skip(row + 1) {
                    assert_ne!(column, other);
                    assert_ne!(column.abs_diff(other), other_row - row);
                }
            }
            ControlFlow::Continue(())
        });
    }

    #[test]
    fn the_search_can_be_ended() {
        let mut calls = 0;
        for_each_solution(8, |_| {
            calls += 1;
            if calls == 3 {
                ControlFlow::Break(())
            } else {
                ControlFlow::Continue(())
            }
        });
        assert_eq!(calls, 3);
    }

    #[test]
    fn a_drawing() {
        assert_eq!(draw_first(4).as_deref(), Some(".Q..\n...Q\nQ...\n..Q.\n"));
        assert_eq!(draw_first(3), None);
    }
}
