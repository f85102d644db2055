//! Colours in several notations.

use std::fmt;

/// Red, green and blue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rgb(pub u8, pub u8, pub u8);

/// The colours with a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Named {
    Black = 0,
    Red = 1,
    Green = 2,
    White = 7,
}

/// A value stands for no colour.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoColour {
    Code(u8),
    OutOfRange([i32; 3]),
    Text(String),
}

impl fmt::Display for NoColour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Code(code) => write!(f, "no colour has the code {code}"),
            Self::OutOfRange(parts) => write!(f, "{parts:?} is not all within 0 to 255"),
            Self::Text(text) => write!(f, "{text:?} is not like #ff8000"),
        }
    }
}

impl std::error::Error for NoColour {}

// every named colour is one of these: this cannot fail
impl From<Named> for Rgb {
    fn from(name: Named) -> Self {
        match name {
            Named::Black => Self(0, 0, 0),
            Named::Red => Self(255, 0, 0),
            Named::Green => Self(0, 128, 0),
            Named::White => Self(255, 255, 255),
        }
    }
}

impl From<(u8, u8, u8)> for Rgb {
    fn from((red, green, blue): (u8, u8, u8)) -> Self {
        Self(red, green, blue)
    }
}

impl From<Rgb> for u32 {
    fn from(Rgb(red, green, blue): Rgb) -> Self {
        Self::from_be_bytes([0, red, green, blue])
    }
}

impl TryFrom<[i32; 3]> for Rgb {
    type Error = NoColour;

    fn try_from(parts: [i32; 3]) -> Result<Self, NoColour> {
        match parts.map(u8::try_from) {
            [Ok(red), Ok(green), Ok(blue)] => Ok(Self(red, green, blue)),
            _ => Err(NoColour::OutOfRange(parts)),
        }
    }
}

impl TryFrom<u8> for Named {
    type Error = NoColour;

    fn try_from(code: u8) -> Result<Self, NoColour> {
        [Self::Black, Self::Red, Self::Green, Self::White]
            .into_iter()
            .find(|name| *name as u8 == code)
            .ok_or(NoColour::Code(code))
    }
}

impl std::str::FromStr for Rgb {
    type Err = NoColour;

    fn from_str(text: &str) -> Result<Self, NoColour> {
        let digits = text.strip_prefix('#').unwrap_or_default();
        let all_hex = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        match u32::from_str_radix(digits, 16) {
            Ok(value) if all_hex && digits.len() == 6 => {
                let [_, red, green, blue] = value.to_be_bytes();
                Ok(Self(red, green, blue))
            }
            _ => Err(NoColour::Text(text.to_owned())),
        }
    }
}

/// Returns how bright a colour is, from 0 to 255; anything that becomes a colour will do.
pub fn brightness(colour: impl Into<Rgb>) -> u8 {
    let Rgb(red, green, blue) = colour.into();
    let weighted = 299 * u32::from(red) + 587 * u32::from(green) + 114 * u32::from(blue);
    (weighted / 1000) as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn into_comes_for_free() {
        let colour: Rgb = Named::Red.into();
        assert_eq!(colour, Rgb(255, 0, 0));
        assert_eq!(u32::from(Rgb(1, 2, 3)), 0x01_02_03);
        assert_eq!(brightness(Named::White), 255);
        assert_eq!(brightness((0, 255, 0)), 149);
    }

    #[test]
    fn what_can_fail_says_why() {
        assert_eq!(Rgb::try_from([1, 2, 3]), Ok(Rgb(1, 2, 3)));
        let error = Rgb::try_from([0, 256, -1]).unwrap_err();
        assert_eq!(error.to_string(), "[0, 256, -1] is not all within 0 to 255");
        let named: Result<Named, _> = 7.try_into();
        assert_eq!(named, Ok(Named::White));
        assert_eq!(Named::try_from(3), Err(NoColour::Code(3)));
    }

    #[test]
    fn text_is_parsed() {
        assert_eq!("#ff8000".parse(), Ok(Rgb(255, 128, 0)));
        for wrong in ["ff8000", "#ff80", "#ff80000", "#gg8000", "#+f8000", ""] {
            assert!(wrong.parse::<Rgb>().is_err(), "{wrong}");
        }
    }
}
