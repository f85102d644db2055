//! Tic-tac-toe.

use std::fmt;

/// A player.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Player {
    /// Begins.
    X,
    /// Answers.
    O,
}

impl Player {
    /// The other one.
    pub const fn other(self) -> Self {
        match self {
            Self::X => Self::O,
            Self::O => Self::X,
        }
    }
}

/// A position.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Game {
    cells: [Option<Player>; 9],
    next: Player,
}

/// How a game stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// This player moves.
    Turn(Player),
    /// This player has three in a row.
    Won(Player),
    /// The board is full.
    Draw,
}

/// Why a move is not possible.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MoveError {
    /// There are cells 0 to 8 only.
    NoSuchCell,
    /// The cell is taken.
    Taken,
    /// The game is over.
    Over,
}

const LINES: [[usize; 3]; 8] = [
    [0, 1, 2],
    [3, 4, 5],
    [6, 7, 8],
    [0, 3, 6],
    [1, 4, 7],
    [2, 5, 8],
    [0, 4, 8],
    [2, 4, 6],
];

impl Default for Game {
    fn default() -> Self {
        Self {
            cells: [None; 9],
            next: Player::X,
        }
    }
}

impl Game {
    /// An empty board.
    pub fn new() -> Self {
        Self::default()
    }

    /// How it stands.
    pub fn status(&self) -> Status {
        let winner = LINES.iter().find_map(|&[a, b, c]| {
            let player = self.cells[a]?;
            (self.cells[b] == Some(player) && self.cells[c] == Some(player)).then_some(player)
        });
        match winner {
            Some(player) => Status::Won(player),
            None if self.cells.iter().all(Option::is_some) => Status::Draw,
            None => Status::Turn(self.next),
        }
    }

    /// The position after a move; cells are numbered 0 to 8 by rows.
    pub fn play(self, cell: usize) -> Result<Self, MoveError> {
        let Status::Turn(player) = self.status() else {
            return Err(MoveError::Over);
        };
        let mut after = self;
        let place = after.cells.get_mut(cell).ok_or(MoveError::NoSuchCell)?;
        if place.is_some() {
            return Err(MoveError::Taken);
        }
        *place = Some(player);
        after.next = player.other();
        Ok(after)
    }

    /// A best move for the player whose turn it is; `None` when the game is over.
    pub fn best_move(self) -> Option<usize> {
        let value_after = |cell| Some((-self.play(cell).ok()?.value(), cell));
        (0..9)
            .filter_map(value_after)
            // Of equally good ones the first.
            .min_by_key(|&(value, cell)| (-value, cell))
            .map(|(_, cell)| cell)
    }

    /// What the position is worth for the player whose turn it is: more than 0 is a win, the sooner the more.
    fn value(self) -> i32 {
        match self.status() {
            Status::Draw => 0,
            // Whoever is to move has just been beaten.
            Status::Won(_) => -1 - self.cells.iter().filter(|cell| cell.is_none()).count() as i32,
            Status::Turn(_) => (0..9)
                .filter_map(|cell| self.play(cell).ok())
                .map(|after| -after.value())
                .max()
                .expect("while the game goes on there is a move"),
        }
    }
}

impl fmt::Display for Game {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for row in self.cells.chunks(3) {
            for cell in row {
                f.write_str(match cell {
                    Some(Player::X) => "X",
                    Some(Player::O) => "O",
                    None => ".",
                })?;
            }
            writeln!(f)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(cells: &[usize]) -> Game {
        cells.iter().fold(Game::new(), |game, &cell| {
            game.play(cell).expect("possible")
        })
    }

    #[test]
    fn three_in_a_row_win() {
        let game = after(&[0, 3, 1, 4, 2]);
        assert_eq!(game.status(), Status::Won(Player::X));
        assert_eq!(game.to_string(), "XXX\nOO.\n...\n");
        assert_eq!(game.play(8), Err(MoveError::Over));
        assert_eq!(game.best_move(), None);
    }

    #[test]
    fn a_win_with_the_last_cell_is_no_draw() {
        assert_eq!(after(&[0, 1, 2, 4, 3, 5, 7, 6, 8]).status(), Status::Draw);
        assert_eq!(
            after(&[0, 1, 2, 3, 4, 5, 7, 6, 8]).status(),
            Status::Won(Player::X)
        );
    }

    #[test]
    fn impossible_moves_are_refused() {
        let game = after(&[4]);
        assert_eq!(game.play(4), Err(MoveError::Taken));
        assert_eq!(game.play(9), Err(MoveError::NoSuchCell));
        assert_eq!(game.status(), Status::Turn(Player::O));
    }

    #[test]
    fn the_computer_wins_at_once_and_blocks() {
        assert_eq!(after(&[0, 3, 1, 4]).best_move(), Some(2));
        assert_eq!(after(&[0, 4, 1]).best_move(), Some(2));
    }

    /// Let `computer` play its best against every possible opponent.
    fn never_loses(game: Game, computer: Player) -> bool {
        match game.status() {
            Status::Won(player) => player == computer,
            Status::Draw => true,
            Status::Turn(player) if player == computer => {
                let best = game.best_move().expect("the game goes on");
                never_loses(game.play(best).expect("possible"), computer)
            }
            Status::Turn(_) => (0..9)
                .filter_map(|cell| game.play(cell).ok())
                .all(|after| never_loses(after, computer)),
        }
    }

    #[test]
    fn the_computer_never_loses() {
        // The first move of X is given, to keep the search short.
        assert!(never_loses(after(&[4]), Player::O));
        assert!(never_loses(after(&[0]), Player::O));
        assert!(never_loses(after(&[0, 4]), Player::X));
    }
}
