//! Guess a number from 1 to 100.

use std::cmp::Ordering;
use std::io::{self, BufRead, Write};

/// The largest number.
pub const LARGEST: u32 = 100;

/// How a game ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Guessed, with so many guesses.
    Won(u32),
    /// The player has left.
    GaveUp,
}

/// Play one game; `input` and `output` are the player's.
///
/// # Errors
///
/// If reading or writing fails.
pub fn play(secret: u32, mut input: impl BufRead, mut output: impl Write) -> io::Result<Outcome> {
    writeln!(output, "Guess a number from 1 to {LARGEST}.")?;
    let mut line = String::new();
    let mut guesses = 0;
    loop {
        write!(output, "> ")?;
        output.flush()?;
        line.clear();
        if input.read_line(&mut line)? == 0 || line.trim() == "quit" {
            writeln!(output, "It was {secret}.")?;
            return Ok(Outcome::GaveUp);
        }
        let guess = match line.trim().parse() {
            Ok(guess @ 1..=LARGEST) => guess,
            Ok(_) | Err(_) => {
                writeln!(output, "Please type a number from 1 to {LARGEST}, or quit.")?;
                continue;
            }
        };
        guesses += 1;
        match guess.cmp(&secret) {
            Ordering::Less => writeln!(output, "It is larger.")?,
            Ordering::Greater => writeln!(output, "It is smaller.")?,
            Ordering::Equal => {
                writeln!(output, "Right, with {guesses} guesses!")?;
                return Ok(Outcome::Won(guesses));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn game(secret: u32, typed: &str) -> (Outcome, String) {
        let mut output = Vec::new();
        let outcome = play(secret, typed.as_bytes(), &mut output).expect("memory does not fail");
        (outcome, String::from_utf8(output).expect("UTF-8"))
    }

    #[test]
    fn hints_lead_to_the_number() {
        let (outcome, output) = game(42, "50\n25\n42\n");
        assert_eq!(outcome, Outcome::Won(3));
        assert_eq!(
            output,
            "Guess a number from 1 to 100.\n\
             > It is smaller.\n> It is larger.\n> Right, with 3 guesses!\n"
        );
    }

    #[test]
    fn nonsense_does_not_count() {
        let (outcome, output) = game(7, "seven\n\n0\n101\n-7\n 7 \n");
        assert_eq!(outcome, Outcome::Won(1));
        assert_eq!(output.matches("Please type").count(), 5);
    }

    #[test]
    fn leaving_shows_the_number() {
        for typed in ["", "50\n", "50\nquit\n7\n"] {
            let (outcome, output) = game(7, typed);
            assert_eq!(outcome, Outcome::GaveUp);
            assert!(output.ends_with("It was 7.\n"), "{output}");
        }
    }

    #[test]
    fn halving_needs_at_most_seven_guesses() {
        for secret in 1..=LARGEST {
            let (mut low, mut high) = (1, LARGEST);
            let mut typed = String::new();
            loop {
                let guess = u32::midpoint(low, high);
                typed += &format!("{guess}\n");
                match guess.cmp(&secret) {
                    Ordering::Less => low = guess + 1,
                    Ordering::Greater => high = guess - 1,
                    Ordering::Equal => break,
                }
            }
            let (outcome, _) = game(secret, &typed);
            assert!(
                matches!(outcome, Outcome::Won(1..=7)),
                "{secret}: {outcome:?}"
            );
        }
    }
}
