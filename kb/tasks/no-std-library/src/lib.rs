//! Text of limited length, and a checksum, for devices without an allocator.

#![cfg_attr(not(test), no_std)]

use core::fmt::{self, Write};
use core::ops::Deref;

/// Text of at most `N` bytes, without a heap.
#[derive(Clone)]
pub struct Text<const N: usize> {
    bytes: [u8; N],
    length: usize,
}

/// There is no room for the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Full;

impl fmt::Display for Full {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("no room for the text")
    }
}

impl core::error::Error for Full {}

impl<const N: usize> Text<N> {
    /// Nothing yet.
    pub const fn new() -> Self {
        Self {
            bytes: [0; N],
            length: 0,
        }
    }

    /// Add all of a text, or nothing of it.
    pub fn push_str(&mut self, text: &str) -> Result<(), Full> {
        let end = self.length + text.len();
        let room = self.bytes.get_mut(self.length..end).ok_or(Full)?;
        room.copy_from_slice(text.as_bytes());
        self.length = end;
        Ok(())
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        core::str::from_utf8(&self.bytes[..self.length]).expect("only whole texts are added")
    }
}

impl<const N: usize> Default for Text<N> {
    fn default() -> Self {
        Self::new()
    }
}

impl<const N: usize> Deref for Text<N> {
    type Target = str;

    fn deref(&self) -> &str {
        self.as_str()
    }
}

impl<const N: usize> fmt::Debug for Text<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.as_str().fmt(f)
    }
}

/// Lets `write!` work; it stops at the part for which there is no room.
impl<const N: usize> Write for Text<N> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.push_str(text).map_err(|Full| fmt::Error)
    }
}

/// A line for a display: name, value in tenths, unit.
pub fn reading(name: &str, tenths: i32, unit: &str) -> Result<Text<16>, Full> {
    let sign = if tenths < 0 { "-" } else { "" };
    let (whole, tenth) = (tenths.unsigned_abs() / 10, tenths.unsigned_abs() % 10);
    let mut line = Text::new();
    write!(line, "{name} {sign}{whole}.{tenth}{unit}").map_err(|fmt::Error| Full)?;
    Ok(line)
}

/// The checksum of the Modbus protocol (CRC-16, reflected polynomial 0xA001).
pub fn crc16(bytes: &[u8]) -> u16 {
    bytes.iter().fold(0xffff, |crc, byte| {
        (0..8).fold(crc ^ u16::from(*byte), |crc, _| {
            if crc & 1 == 1 {
                (crc >> 1) ^ 0xa001
            } else {
                crc >> 1
            }
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_fits() {
        assert_eq!(
            reading("in", 215, "°C").expect("room").as_str(),
            "in 21.5°C"
        );
        assert_eq!(
            reading("out", -5, "°C").expect("room").as_str(),
            "out -0.5°C"
        );
        let lowest = reading("", i32::MIN, "").expect("room");
        assert_eq!(&*lowest, " -214748364.8");
    }

    #[test]
    fn a_line_that_does_not_fit_is_an_error() {
        assert_eq!(reading("basement", 215, "°C").expect("16 bytes").len(), 16);
        assert_eq!(reading("basement2", 215, "°C").expect_err("17 bytes"), Full);
    }

    #[test]
    fn a_text_is_added_whole_or_not_at_all() {
        let mut text = Text::<5>::new();
        text.push_str("ab").expect("room");
        assert_eq!(text.push_str("éé"), Err(Full));
        assert_eq!(text.as_str(), "ab");
        text.push_str("é-").expect("exactly three bytes");
        assert_eq!(text.as_str(), "abé-");
        assert_eq!(text.push_str("x"), Err(Full));
        assert_eq!(text.push_str(""), Ok(()));
    }

    #[test]
    fn no_room_at_all() {
        let mut text = Text::<0>::new();
        assert_eq!(text.push_str("x"), Err(Full));
        assert!(text.is_empty());
    }

    #[test]
    fn known_checksums() {
        assert_eq!(crc16(b"123456789"), 0x4b37);
        assert_eq!(crc16(b""), 0xffff);
    }
}
