//! Bytes that people can read.

use std::fmt::{self, Write};

const DIGITS: &[u8; 16] = b"0123456789abcdef";

/// Returns two lower-case digits for each byte.
pub fn encode(bytes: &[u8]) -> String {
    let digits = |byte: &u8| [byte >> 4, byte & 0xf].map(|half| DIGITS[usize::from(half)] as char);
    bytes.iter().flat_map(digits).collect()
}

/// Why a text is not hexadecimal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HexError {
    /// The digits do not come in pairs.
    OddLength,
    /// There is another byte at this place, counted from 0.
    NotADigit { at: usize },
}

impl fmt::Display for HexError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OddLength => write!(f, "a digit is missing"),
            Self::NotADigit { at } => write!(f, "no hexadecimal digit at byte {at}"),
        }
    }
}

impl std::error::Error for HexError {}

/// Returns the bytes that pairs of digits in either case stand for.
///
/// # Errors
///
/// Fails at the first byte that is no digit, and where their number is odd.
pub fn decode(text: &str) -> Result<Vec<u8>, HexError> {
    let (pairs, rest) = text.as_bytes().as_chunks::<2>();
    let mut bytes = Vec::with_capacity(pairs.len());
    for (index, [high, low]) in pairs.iter().enumerate() {
        let high = digit(*high).ok_or(HexError::NotADigit { at: 2 * index })?;
        let low = digit(*low).ok_or(HexError::NotADigit { at: 2 * index + 1 })?;
        bytes.push(high << 4 | low);
    }
    if rest.is_empty() {
        Ok(bytes)
    } else {
        Err(HexError::OddLength)
    }
}

fn digit(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).map(|digit| digit as u8)
}

/// Returns lines of 16 bytes each: where they are, their values, and what of them is ASCII.
pub fn dump(bytes: &[u8]) -> String {
    let mut text = String::new();
    for (index, line) in bytes.chunks(16).enumerate() {
        let values: Vec<String> = line.iter().map(|byte| format!("{byte:02x}")).collect();
        let shown: String = line
            .iter()
            .map(|byte| match byte {
                b' '..=b'~' => char::from(*byte),
                _ => '.',
            })
            .collect();
        let (place, values) = (16 * index, values.join(" "));
        // writing into a string never fails
        let _ = writeln!(text, "{place:08x}  {values:<47}  {shown}");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_and_back() {
        assert_eq!(encode(&[0, 7, 0x1f, 255]), "00071fff");
        assert_eq!(decode("00071FfF"), Ok(vec![0, 7, 0x1f, 255]));
        let all: Vec<u8> = (0..=255).collect();
        assert_eq!(decode(&encode(&all)), Ok(all));
        assert_eq!(decode(""), Ok(vec![]));
    }

    #[test]
    fn what_is_wrong_is_told_with_its_place() {
        assert_eq!(decode("abc"), Err(HexError::OddLength));
        assert_eq!(decode("0g"), Err(HexError::NotADigit { at: 1 }));
        assert_eq!(decode("+f"), Err(HexError::NotADigit { at: 0 }));
        assert_eq!(decode("00é0"), Err(HexError::NotADigit { at: 2 }));
    }

    #[test]
    fn a_dump_shows_values_and_letters() {
        let text = dump(b"Hello, w\xf6rld!\n16+");
        let lines: Vec<&str> = text.lines().collect();
        let first = "00000000  48 65 6c 6c 6f 2c 20 77 f6 72 6c 64 21 0a 31 36  Hello, w.rld!.16";
        assert_eq!(lines[0], first);
        assert_eq!(
            lines[1].split_whitespace().collect::<Vec<_>>(),
            ["00000010", "2b", "+"]
        );
    }

    #[test]
    fn text_and_bytes() {
        assert_eq!("é".as_bytes(), [0xc3, 0xa9]);
        assert!(String::from_utf8(vec![0xc3]).is_err());
        assert_eq!(String::from_utf8_lossy(&[b'a', 0xc3]), "a\u{fffd}");
    }
}
