//! Text as people see it.

use unicode_segmentation::UnicodeSegmentation;

/// Returns `text` backwards, each visible character kept whole.
pub fn reversed(text: &str) -> String {
    text.graphemes(true).rev().collect()
}

/// Returns `text` with its words in the opposite order; the blanks between become single ones.
pub fn words_reversed(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().rev().collect();
    words.join(" ")
}

/// How long a text is, depending on who asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lengths {
    /// In memory and on the wire.
    pub bytes: usize,
    /// Unicode code points.
    pub chars: usize,
    /// What people count.
    pub graphemes: usize,
}

/// Measures `text`.
pub fn lengths(text: &str) -> Lengths {
    Lengths {
        bytes: text.len(),
        chars: text.chars().count(),
        graphemes: text.graphemes(true).count(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_come_backwards() {
        assert_eq!(reversed("stressed"), "desserts");
        assert_eq!(reversed(""), "");
    }

    #[test]
    fn what_belongs_together_stays_together() {
        let accent = "cafe\u{301}!";
        assert_eq!(reversed(accent), "!e\u{301}fac");
        assert_eq!(reversed("go 🇫🇷👩‍🚀"), "👩‍🚀🇫🇷 og");
        // by code points the accent would land on the exclamation mark
        assert_eq!(accent.chars().rev().collect::<String>(), "!\u{301}efac");
    }

    #[test]
    fn a_line_end_of_two_bytes_is_one() {
        assert_eq!(reversed("a\r\nb"), "b\r\na");
    }

    #[test]
    fn words_come_backwards() {
        assert_eq!(words_reversed("  one two\tthree "), "three two one");
    }

    #[test]
    fn three_lengths() {
        let expected = Lengths {
            bytes: 11,
            chars: 3,
            graphemes: 1,
        };
        assert_eq!(lengths("👩‍🚀"), expected);
        assert_eq!(lengths("é").chars, 1);
    }
}
