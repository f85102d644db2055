//! The rules of minesweeper.

use std::collections::HashSet;

/// Column and row, from 0.
pub type Cell = (usize, usize);

/// One game.
#[derive(Clone, Debug)]
pub struct Board {
    width: usize,
    height: usize,
    mines: HashSet<Cell>,
    open: HashSet<Cell>,
    flags: HashSet<Cell>,
}

/// How a game stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// It goes on.
    Playing,
    /// Every cell without a mine is open.
    Won,
    /// A mine was opened.
    Lost,
}

impl Board {
    /// A board with mines at these cells; those outside are left out.
    pub fn new(width: usize, height: usize, mines: impl IntoIterator<Item = Cell>) -> Self {
        let inside = |&(column, row): &Cell| column < width && row < height;
        Self {
            width,
            height,
            mines: mines.into_iter().filter(inside).collect(),
            open: HashSet::new(),
            flags: HashSet::new(),
        }
    }

    /// Open a cell, and what lies around it if no mine is near. Flagged and open cells stay as they are.
    pub fn open(&mut self, cell: Cell) -> Status {
        let outside = cell.0 >= self.width || cell.1 >= self.height;
        if self.status() != Status::Playing || outside || self.flags.contains(&cell) {
            return self.status();
        }
        let mut to_open = vec![cell];
        while let Some(cell) = to_open.pop() {
            let new = !self.flags.contains(&cell) && self.open.insert(cell);
            if new && !self.mines.contains(&cell) && self.mines_around(cell) == 0 {
                to_open.extend(self.around(cell));
            }
        }
        self.status()
    }

    /// Set or remove a flag on a closed cell.
    pub fn toggle_flag(&mut self, cell: Cell) {
        if !self.open.contains(&cell) && !self.flags.remove(&cell) {
            self.flags.insert(cell);
        }
    }

    /// How the game stands.
    pub fn status(&self) -> Status {
        if !self.open.is_disjoint(&self.mines) {
            Status::Lost
        } else if self.open.len() + self.mines.len() == self.width * self.height {
            Status::Won
        } else {
            Status::Playing
        }
    }

    /// What the player sees: `#` closed, `F` flag, `*` an opened mine, digits and `.` for none around.
    pub fn draw(&self) -> String {
        let sign = |cell: Cell| match self.mines_around(cell) {
            _ if self.flags.contains(&cell) => 'F',
            _ if !self.open.contains(&cell) => '#',
            _ if self.mines.contains(&cell) => '*',
            0 => '.',
            count => char::from_digit(count, 10).expect("at most eight"),
        };
        (0..self.height)
            .flat_map(|row| {
                (0..self.width)
                    .map(move |column| sign((column, row)))
                    .chain(['\n'])
            })
            .collect()
    }

    fn mines_around(&self, cell: Cell) -> u32 {
        self.around(cell)
            .map(|cell| u32::from(self.mines.contains(&cell)))
            .sum()
    }

    fn around(&self, (column, row): Cell) -> impl Iterator<Item = Cell> + use<> {
        let (width, height) = (self.width, self.height);
        let rows = row.saturating_sub(1)..(row + 2).min(height);
        rows.flat_map(move |r| {
            (column.saturating_sub(1)..(column + 2).min(width)).map(move |c| (c, r))
        })
        .filter(move |&other| other != (column, row))
    }
}

/// Choose cells for mines, never the one that is opened first. At most every other cell can be a mine.
///
/// `random(n)` gives a number below n, such as `|n| rand::rng().random_range(0..n)`.
pub fn place_mines(
    width: usize,
    height: usize,
    count: usize,
    first: Cell,
    mut random: impl FnMut(usize) -> usize,
) -> Vec<Cell> {
    let mut cells: Vec<Cell> = (0..height)
        .flat_map(|row| (0..width).map(move |column| (column, row)))
        .filter(|&cell| cell != first)
        .collect();
    let count = count.min(cells.len());
    for index in 0..count {
        // Each place gets one of the cells that are left.
        let other = index + random(cells.len() - index);
        cells.swap(index, other);
    }
    cells.truncate(count);
    cells
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_region_opens_up_to_its_border() {
        let mut board = Board::new(4, 3, [(3, 0), (3, 2)]);
        assert_eq!(board.open((0, 1)), Status::Playing);
        assert_eq!(board.draw(), "..1#\n..2#\n..1#\n");
        assert_eq!(board.open((3, 1)), Status::Won);
    }

    #[test]
    fn a_mine_ends_the_game() {
        let mut board = Board::new(2, 2, [(1, 1)]);
        assert_eq!(board.open((1, 1)), Status::Lost);
        assert_eq!(board.open((0, 0)), Status::Lost);
        assert_eq!(board.draw(), "##\n#*\n");
    }

    #[test]
    fn flags_protect_a_cell() {
        let mut board = Board::new(3, 1, [(2, 0)]);
        board.toggle_flag((2, 0));
        board.toggle_flag((0, 0));
        assert_eq!(board.open((2, 0)), Status::Playing);
        assert_eq!(board.open((1, 0)), Status::Playing);
        assert_eq!(board.draw(), "F1F\n");
        board.toggle_flag((0, 0));
        assert_eq!(board.open((0, 0)), Status::Won);
    }

    #[test]
    fn cells_outside_are_no_cells() {
        let mut board = Board::new(2, 1, [(0, 0), (5, 5)]);
        assert_eq!(board.open((2, 0)), Status::Playing);
        assert_eq!(board.open((1, 0)), Status::Won);
    }

    #[test]
    fn a_large_empty_board_opens_at_once() {
        let mut board = Board::new(300, 300, [(0, 0)]);
        assert_eq!(board.open((299, 299)), Status::Won);
    }

    #[test]
    fn mines_differ_and_spare_the_first_cell() {
        let mut last = 7;
        let mut random = |end: usize| {
            last = (last * 75 + 74) % 65_537;
            last % end
        };
        for count in [0, 1, 8, 50] {
            let mines = place_mines(3, 3, count, (1, 1), &mut random);
            let different: HashSet<_> = mines.iter().collect();
            assert_eq!((mines.len(), different.len()), (count.min(8), count.min(8)));
            assert!(!mines.contains(&(1, 1)));
        }
    }
}
