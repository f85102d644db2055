//! A temperature in kelvin, which is never below zero.

use std::fmt;
use std::num::ParseFloatError;
use std::str::FromStr;

/// A temperature.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Kelvin(f64);

/// Why a text is no temperature.
#[derive(Debug, PartialEq)]
pub enum TemperatureError {
    /// It does not end in `K`, `°C` or `°F`.
    NoUnit,
    /// The number cannot be read.
    BadNumber(ParseFloatError),
    /// It would be below absolute zero, or is infinite, or not a number.
    Impossible(f64),
}

impl fmt::Display for TemperatureError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoUnit => f.write_str("a temperature ends in K, °C or °F"),
            Self::BadNumber(error) => write!(f, "the number cannot be read: {error}"),
            Self::Impossible(kelvin) => write!(f, "{kelvin} K is impossible"),
        }
    }
}

impl std::error::Error for TemperatureError {}

impl From<ParseFloatError> for TemperatureError {
    fn from(error: ParseFloatError) -> Self {
        Self::BadNumber(error)
    }
}

impl Kelvin {
    /// A temperature that the caller knows to be possible.
    ///
    /// # Panics
    ///
    /// If it is negative, infinite or not a number.
    pub fn new(kelvin: f64) -> Self {
        Self::checked(kelvin).unwrap_or_else(|error| panic!("{error}"))
    }

    fn checked(kelvin: f64) -> Result<Self, TemperatureError> {
        if kelvin.is_finite() && kelvin >= 0.0 {
            Ok(Self(kelvin))
        } else {
            Err(TemperatureError::Impossible(kelvin))
        }
    }

    /// In degrees Celsius.
    pub fn celsius(self) -> f64 {
        self.0 - 273.15
    }
}

impl FromStr for Kelvin {
    type Err = TemperatureError;

    fn from_str(text: &str) -> Result<Self, TemperatureError> {
        let number = |text: &str| text.trim().parse::<f64>();
        let kelvin = if let Some(text) = text.strip_suffix("°C") {
            number(text)? + 273.15
        } else if let Some(text) = text.strip_suffix("°F") {
            (number(text)? + 459.67) * 5.0 / 9.0
        } else if let Some(text) = text.strip_suffix('K') {
            number(text)?
        } else {
            return Err(TemperatureError::NoUnit);
        };
        Self::checked(kelvin)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[should_panic(expected = "-1 K is impossible")]
    fn a_negative_temperature_panics() {
        Kelvin::new(-1.0);
    }

    #[test]
    #[should_panic(expected = "NaN K is impossible")]
    fn not_a_number_panics() {
        Kelvin::new(f64::NAN);
    }

    #[test]
    fn units_agree() -> Result<(), TemperatureError> {
        let freezing: Kelvin = "273.15 K".parse()?;
        for text in ["0°C", "32 °F", "-0 °C"] {
            let same: Kelvin = text.parse()?;
            let difference = (same.celsius() - freezing.celsius()).abs();
            assert!(difference < 1e-9, "{text} differs by {difference}");
        }
        Ok(())
    }

    #[test]
    fn the_error_is_the_right_one() {
        assert_eq!("20".parse::<Kelvin>(), Err(TemperatureError::NoUnit));
        assert_eq!("".parse::<Kelvin>(), Err(TemperatureError::NoUnit));
        let error = "warm°C".parse::<Kelvin>().expect_err("no number");
        assert!(matches!(error, TemperatureError::BadNumber(_)), "{error}");
        let error = "-300°C".parse::<Kelvin>().expect_err("below zero");
        assert!(
            matches!(error, TemperatureError::Impossible(kelvin) if kelvin < 0.0),
            "{error}"
        );
    }

    #[test]
    fn absolute_zero_itself_is_possible() -> Result<(), Box<dyn std::error::Error>> {
        assert_eq!("0K".parse::<Kelvin>()?, Kelvin::new(0.0));
        Ok(())
    }
}
