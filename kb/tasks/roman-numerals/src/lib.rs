//! Numbers on old clocks.

use std::fmt;
use std::str::FromStr;

const TABLE: [(&str, u16); 13] = [
    ("M", 1000),
    ("CM", 900),
    ("D", 500),
    ("CD", 400),
    ("C", 100),
    ("XC", 90),
    ("L", 50),
    ("XL", 40),
    ("X", 10),
    ("IX", 9),
    ("V", 5),
    ("IV", 4),
    ("I", 1),
];

/// A number from 1 to 3999, which is what the notation has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Roman(u16);

/// A value has no Roman numeral, or a text is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotRoman;

impl fmt::Display for NotRoman {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "no Roman numeral from I to MMMCMXCIX")
    }
}

impl std::error::Error for NotRoman {}

impl TryFrom<u16> for Roman {
    type Error = NotRoman;

    fn try_from(value: u16) -> Result<Self, NotRoman> {
        if (1..=3999).contains(&value) {
            Ok(Self(value))
        } else {
            Err(NotRoman)
        }
    }
}

impl From<Roman> for u16 {
    fn from(roman: Roman) -> Self {
        roman.0
    }
}

impl fmt::Display for Roman {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = String::new();
        let mut rest = self.0;
        for (letters, value) in TABLE {
            while rest >= value {
                text.push_str(letters);
                rest -= value;
            }
        }
        f.pad(&text)
    }
}

impl FromStr for Roman {
    type Err = NotRoman;

    fn from_str(text: &str) -> Result<Self, NotRoman> {
        let text = text.to_ascii_uppercase();
        let mut rest = text.as_str();
        let mut value: u16 = 0;
        for (letters, worth) in TABLE {
            while let Some(after) = rest.strip_prefix(letters) {
                value = value.checked_add(worth).ok_or(NotRoman)?;
                rest = after;
            }
        }
        let roman = Self::try_from(value)?;
        // what is not written as it should be is not one: this holds every rule at once
        if rest.is_empty() && roman.to_string() == text {
            Ok(roman)
        } else {
            Err(NotRoman)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(value: u16) -> String {
        Roman::try_from(value).map_or_else(|error| error.to_string(), |roman| roman.to_string())
    }

    #[test]
    fn known_years() {
        assert_eq!(written(1), "I");
        assert_eq!(written(1994), "MCMXCIV");
        assert_eq!(written(2024), "MMXXIV");
        assert_eq!(written(3999), "MMMCMXCIX");
    }

    #[test]
    fn every_number_comes_back() {
        for value in 1..=3999 {
            let roman: Roman = written(value).parse().unwrap();
            assert_eq!(u16::from(roman), value);
        }
    }

    #[test]
    fn small_letters_will_do() {
        assert_eq!("xiv".parse::<Roman>().map(u16::from), Ok(14));
    }

    #[test]
    fn nonsense_is_refused() {
        for text in ["", "IIII", "VX", "IIX", "IC", "MMMM", "XIVI", "A", "X V"] {
            assert_eq!(text.parse::<Roman>(), Err(NotRoman), "{text}");
        }
        assert_eq!("M".repeat(100).parse::<Roman>(), Err(NotRoman));
        assert!(Roman::try_from(0).is_err() && Roman::try_from(4000).is_err());
    }

    #[test]
    fn it_stands_in_a_column() {
        assert_eq!(format!("{:>5}|", Roman::try_from(9).unwrap()), "   IX|");
    }
}
