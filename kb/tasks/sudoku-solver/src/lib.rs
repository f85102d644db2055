//! Sudokus of nine by nine.

use std::fmt;
use std::str::FromStr;

/// A sudoku, whole or in part; it never breaks the rules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sudoku {
    /// Digits by rows, 0 for a free cell.
    cells: [u8; 81],
    // Bit n is set where the digit n is used.
    rows: [u16; 9],
    columns: [u16; 9],
    boxes: [u16; 9],
}

/// Why a text is no sudoku.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SudokuError {
    /// There are so many cells instead of 81.
    Size(usize),
    /// The digit at this cell (from 0, by rows) stands in its row, column or box already.
    Conflict(usize),
}

impl fmt::Display for SudokuError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Size(cells) => write!(f, "a sudoku has 81 cells, not {cells}"),
            Self::Conflict(cell) => {
                write!(
                    f,
                    "row {}, column {} breaks the rules",
                    cell / 9 + 1,
                    cell % 9 + 1
                )
            }
        }
    }
}

impl std::error::Error for SudokuError {}

impl FromStr for Sudoku {
    type Err = SudokuError;

    /// Digits by rows; `0` and `.` are free, and all other characters count for nothing.
    fn from_str(text: &str) -> Result<Self, SudokuError> {
        let digits: Vec<u8> = text
            .bytes()
            .filter_map(|byte| match byte {
                b'.' => Some(0),
                b'0'..=b'9' => Some(byte - b'0'),
                _ => None,
            })
            .collect();
        if digits.len() != 81 {
            return Err(SudokuError::Size(digits.len()));
        }
        let mut sudoku = Self {
            cells: [0; 81],
            rows: [0; 9],
            columns: [0; 9],
            boxes: [0; 9],
        };
        for (cell, digit) in digits
            .into_iter()
            .enumerate()
            .filter(|&(_, digit)| digit > 0)
        {
            if sudoku.possible(cell) & (1 << digit) == 0 {
                return Err(SudokuError::Conflict(cell));
            }
            sudoku.toggle(cell, digit);
            sudoku.cells[cell] = digit;
        }
        Ok(sudoku)
    }
}

impl fmt::Display for Sudoku {
    /// Nine lines of digits, free cells as `.`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for row in self.cells.chunks(9) {
            let line: String = row
                .iter()
                .map(|&digit| {
                    if digit == 0 {
                        '.'
                    } else {
                        char::from(b'0' + digit)
                    }
                })
                .collect();
            writeln!(f, "{line}")?;
        }
        Ok(())
    }
}

impl Sudoku {
    /// Up to `limit` solutions.
    pub fn solutions(&self, limit: usize) -> Vec<Self> {
        let mut found = Vec::new();
        self.clone().search(limit, &mut found);
        found
    }

    /// The solution, if there is exactly one.
    pub fn solve(&self) -> Option<Self> {
        let mut solutions = self.solutions(2);
        let solution = solutions.pop()?;
        solutions.is_empty().then_some(solution)
    }

    fn search(&mut self, limit: usize, found: &mut Vec<Self>) {
        if found.len() == limit {
            return;
        }
        let free = (0..81).filter(|&cell| self.cells[cell] == 0);
        let Some(cell) = free.min_by_key(|&cell| self.possible(cell).count_ones()) else {
            found.push(self.clone());
            return;
        };
        let possible = self.possible(cell);
        for digit in (1..=9).filter(|digit| possible >> digit & 1 == 1) {
            self.cells[cell] = digit;
            self.toggle(cell, digit);
            self.search(limit, found);
            self.toggle(cell, digit);
            self.cells[cell] = 0;
        }
    }

    /// The digits that a free cell may take, as bits 1 to 9.
    fn possible(&self, cell: usize) -> u16 {
        let used = self.rows[cell / 9] | self.columns[cell % 9] | self.boxes[box_of(cell)];
        !used & 0b11_1111_1110
    }

    fn toggle(&mut self, cell: usize, digit: u8) {
        let bit = 1 << digit;
        self.rows[cell / 9] ^= bit;
        self.columns[cell % 9] ^= bit;
        self.boxes[box_of(cell)] ^= bit;
    }
}

const fn box_of(cell: usize) -> usize {
    cell / 27 * 3 + cell % 9 / 3
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOLVED: &str = "\
        534678912 672195348 198342567 859761423 426853791 713924856 961537284 287419635 345286179";

    /// The solved one with these cells freed.
    fn puzzle(free: impl Fn(usize) -> bool) -> Sudoku {
        let digits = SOLVED.split_whitespace().collect::<String>();
        let text: String = digits
            .char_indices()
            .map(|(cell, digit)| if free(cell) { '.' } else { digit })
            .collect();
        text.parse().expect("no conflicts")
    }

    #[test]
    fn a_puzzle_gets_its_solution() {
        let puzzle = puzzle(|cell| cell % 5 > 1 && cell % 7 > 1);
        let solution = puzzle.solve().expect("exactly one");
        assert_eq!(Ok(solution), SOLVED.parse());
    }

    #[test]
    fn rules_hold_in_every_solution() {
        let solutions = puzzle(|cell| cell >= 27).solutions(20);
        assert_eq!(solutions.len(), 20);
        for solution in solutions {
            // Reading it again checks all rules.
            let again: Sudoku = solution.to_string().parse().expect("no conflicts");
            assert_eq!(again, solution);
            assert!(!solution.to_string().contains('.'));
        }
    }

    #[test]
    fn several_solutions_are_no_solution() {
        let empty: Sudoku = ".".repeat(81).parse().expect("nothing in it");
        assert_eq!(empty.solve(), None);
        assert_eq!(empty.solutions(3).len(), 3);
        assert_eq!(empty.solutions(0), []);
    }

    #[test]
    fn an_impossible_puzzle_has_none() {
        // The last cell of the first row can take nothing: 9 stands in its column.
        let text = "12345678.".to_owned() + &".".repeat(8) + "9" + &".".repeat(63);
        let puzzle: Sudoku = text.parse().expect("no conflict yet");
        assert_eq!(puzzle.solutions(1), []);
    }

    #[test]
    fn bad_texts_are_refused() {
        assert_eq!("123".parse::<Sudoku>(), Err(SudokuError::Size(3)));
        let row = "5.......5".to_owned() + &".".repeat(72);
        let error = row.parse::<Sudoku>().expect_err("two fives");
        assert_eq!(error.to_string(), "row 1, column 9 breaks the rules");
    }
}
