//! Caesar's cipher: each letter is moved along the alphabet.

/// How often A to Z occur in English texts, in thousandths.
const ENGLISH: [u32; 26] = [
    82, 15, 28, 43, 127, 22, 20, 61, 70, 2, 8, 40, 24, 67, 75, 19, 1, 60, 63, 91, 28, 10, 24, 2,
    20, 1,
];

/// Moves each ASCII letter by `shift` places, round the end of the alphabet; the rest stays.
pub fn shift(text: &str, shift: i32) -> String {
    text.chars()
        .map(|letter| shift_letter(letter, shift))
        .collect()
}

fn shift_letter(letter: char, shift: i32) -> char {
    let first = match letter {
        'a'..='z' => b'a',
        'A'..='Z' => b'A',
        _ => return letter,
    };
    let place = i32::from(letter as u8 - first);
    // the remainder is below 26, so it fits
    let moved = (place + shift.rem_euclid(26)).rem_euclid(26) as u8;
    char::from(first + moved)
}

/// Undoes `shift` by the same number.
pub fn unshift(text: &str, by: i32) -> String {
    shift(text, -by.rem_euclid(26))
}

/// Returns the shift that `secret` was most likely made with, and the text; `None` without letters.
pub fn crack(secret: &str) -> Option<(i32, String)> {
    if !secret.chars().any(|letter| letter.is_ascii_alphabetic()) {
        return None;
    }
    (0..26)
        .map(|by| (by, unshift(secret, by)))
        .max_by_key(|(_, text)| likeness(text))
}

fn likeness(text: &str) -> u32 {
    text.bytes()
        .filter(u8::is_ascii_alphabetic)
        .map(|letter| ENGLISH[usize::from(letter.to_ascii_lowercase() - b'a')])
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_move_and_go_round_the_end() {
        assert_eq!(shift("Hello, xyz!", 3), "Khoor, abc!");
        assert_eq!(shift("abc", -1), "zab");
        assert_eq!(shift("abc", 26), "abc");
    }

    #[test]
    fn thirteen_twice_is_nothing() {
        let text = "The café opens at 8.";
        assert_eq!(shift(&shift(text, 13), 13), text);
    }

    #[test]
    fn every_shift_can_be_undone() {
        for by in [-1000, -26, -1, 0, 1, 25, i32::MAX, i32::MIN] {
            assert_eq!(
                unshift(&shift("Veni, vidi, vici", by), by),
                "Veni, vidi, vici"
            );
        }
    }

    #[test]
    fn the_shift_is_found_by_the_letters() {
        let secret = shift("the enemy is expected at the river before the night", 11);
        let (by, text) = crack(&secret).unwrap();
        assert_eq!(by, 11);
        assert!(text.starts_with("the enemy"));
        assert_eq!(crack("42!"), None);
    }
}
