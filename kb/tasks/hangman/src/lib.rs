//! The rules of hangman.

use std::collections::BTreeSet;

/// Wrong letters that end the game.
pub const LIVES: usize = 6;

/// One game.
#[derive(Clone, Debug)]
pub struct Hangman {
    word: String,
    /// In lower case.
    guessed: BTreeSet<char>,
}

/// How the game stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// It goes on, with so many lives.
    Playing(usize),
    /// All letters were found.
    Won,
    /// No life is left.
    Lost,
}

/// What a guess was worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Guess {
    /// The letter stands in the word so often.
    Hit(usize),
    /// It does not.
    Miss,
    /// It was tried before, is no letter, or the game is over: nothing has changed.
    Ignored,
}

impl Hangman {
    /// A game for this word, or words; `None` if there is no letter in it.
    pub fn new(word: &str) -> Option<Self> {
        word.contains(char::is_alphabetic).then(|| Self {
            word: word.to_owned(),
            guessed: BTreeSet::new(),
        })
    }

    /// Try a letter, in upper or lower case.
    pub fn guess(&mut self, letter: char) -> Guess {
        let letter = lower(letter);
        let over = !matches!(self.status(), Status::Playing(_));
        if over || !letter.is_alphabetic() || !self.guessed.insert(letter) {
            return Guess::Ignored;
        }
        match self.word.chars().filter(|&c| lower(c) == letter).count() {
            0 => Guess::Miss,
            count => Guess::Hit(count),
        }
    }

    /// How the game stands.
    pub fn status(&self) -> Status {
        match LIVES.saturating_sub(self.misses().count()) {
            0 => Status::Lost,
            _ if self.word.chars().all(|c| self.is_shown(c)) => Status::Won,
            lives => Status::Playing(lives),
        }
    }

    /// The word, with `_` for letters that are not found yet.
    pub fn shown(&self) -> String {
        self.word
            .chars()
            .map(|c| if self.is_shown(c) { c } else { '_' })
            .collect()
    }

    /// The wrong letters, in the order of the alphabet.
    pub fn misses(&self) -> impl Iterator<Item = char> {
        self.guessed
            .iter()
            .copied()
            .filter(|&guess| !self.word.chars().any(|c| lower(c) == guess))
    }

    fn is_shown(&self, c: char) -> bool {
        !c.is_alphabetic() || self.guessed.contains(&lower(c))
    }
}

/// The lower case, where it is a single character; others (such as İ) stay as they are.
fn lower(c: char) -> char {
    let mut lower = c.to_lowercase();
    match (lower.next(), lower.next()) {
        (Some(single), None) => single,
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn game(word: &str, letters: &str) -> Hangman {
        let mut game = Hangman::new(word).expect("letters");
        for letter in letters.chars() {
            game.guess(letter);
        }
        game
    }

    #[test]
    fn letters_are_uncovered_wherever_they_are() {
        let mut game = Hangman::new("Banana split").expect("letters");
        assert_eq!(game.shown(), "______ _____");
        assert_eq!(game.guess('A'), Guess::Hit(3));
        assert_eq!(game.guess('b'), Guess::Hit(1));
        assert_eq!(game.shown(), "Ba_a_a _____");
        assert_eq!(game.guess('x'), Guess::Miss);
        assert_eq!(game.status(), Status::Playing(LIVES - 1));
    }

    #[test]
    fn all_letters_win() {
        assert_eq!(game("Äpfel!", "äpfel").status(), Status::Won);
        assert_eq!(game("Äpfel!", "äpfe").shown(), "Äpfe_!");
    }

    #[test]
    fn six_misses_lose_and_end_the_game() {
        let mut game = game("rust", "abcdefr");
        assert_eq!(game.status(), Status::Lost);
        assert_eq!(game.misses().collect::<String>(), "abcdef");
        assert_eq!(game.guess('u'), Guess::Ignored);
        assert_eq!(game.shown(), "____");
    }

    #[test]
    fn what_was_tried_before_costs_nothing() {
        let mut game = game("rust", "xX xx7 ");
        assert_eq!(game.status(), Status::Playing(LIVES - 1));
        assert_eq!(game.guess('-'), Guess::Ignored);
    }

    #[test]
    fn a_word_needs_letters() {
        assert!(Hangman::new("").is_none());
        assert!(Hangman::new("4 2!").is_none());
    }
}
