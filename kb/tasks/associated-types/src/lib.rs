//! Fields of a record with fixed columns, such as old banks send.

use std::fmt::{self, Display};

/// A kind of field: how wide it is, and what its text means.
pub trait Field {
    /// What it holds.
    type Value;
    /// What can be wrong with its text.
    type Error: Display;
    /// How many bytes it takes.
    const WIDTH: usize;
    /// What it is called in messages.
    const NAME: &'static str;

    /// Reads the text of the field, which has the right width.
    ///
    /// # Errors
    ///
    /// Fails where the text means nothing.
    fn parse(text: &str) -> Result<Self::Value, Self::Error>;
}

/// A name, padded with blanks.
pub enum Name {}

impl Field for Name {
    type Value = String;
    type Error = std::convert::Infallible;
    const WIDTH: usize = 8;
    const NAME: &'static str = "name";

    fn parse(text: &str) -> Result<String, Self::Error> {
        Ok(text.trim_end().to_owned())
    }
}

/// An amount in cents, with its sign at the end.
pub enum Cents {}

impl Field for Cents {
    type Value = i64;
    type Error = String;
    const WIDTH: usize = 7;
    const NAME: &'static str = "amount";

    fn parse(text: &str) -> Result<i64, String> {
        let (digits, sign) = text.split_at(text.len() - 1);
        let sign = match sign {
            "+" => 1,
            "-" => -1,
            other => return Err(format!("{other:?} is no sign")),
        };
        let amount: i64 = digits
            .parse()
            .map_err(|_| format!("{digits:?} is no number"))?;
        Ok(sign * amount)
    }
}

/// What is wrong with a record, and in which field.
#[derive(Debug, PartialEq, Eq)]
pub struct RecordError {
    pub field: &'static str,
    pub message: String,
}

impl Display for RecordError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.field, self.message)
    }
}

impl std::error::Error for RecordError {}

/// Takes one field from the start of a record and leaves the rest.
///
/// # Errors
///
/// Fails where the record is too short, or the field's text means nothing.
pub fn take<F: Field>(record: &mut &str) -> Result<F::Value, RecordError> {
    let error = |message: String| RecordError {
        field: F::NAME,
        message,
    };
    let Some((text, rest)) = record.split_at_checked(F::WIDTH) else {
        return Err(error(format!(
            "{} bytes are missing",
            F::WIDTH.saturating_sub(record.len())
        )));
    };
    *record = rest;
    F::parse(text).map_err(|wrong| error(wrong.to_string()))
}

/// Reads a whole record: a name and an amount.
///
/// # Errors
///
/// Names the first field that is wrong.
pub fn booking(mut record: &str) -> Result<(String, i64), RecordError> {
    let booking = (take::<Name>(&mut record)?, take::<Cents>(&mut record)?);
    Ok(booking)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_field_has_a_type_of_its_own() {
        assert_eq!(booking("Ann     001250-"), Ok(("Ann".to_owned(), -1250)));
        assert_eq!(
            booking("Bartolom000000+more"),
            Ok(("Bartolom".to_owned(), 0))
        );
    }

    #[test]
    fn the_field_is_named_in_errors() {
        let said = |record| booking(record).unwrap_err().to_string();
        assert_eq!(said("Ann"), "name: 5 bytes are missing");
        assert_eq!(said("Ann     12"), "amount: 5 bytes are missing");
        assert_eq!(said("Ann     001250*"), "amount: \"*\" is no sign");
        assert_eq!(said("Ann     00x250+"), "amount: \"00x250\" is no number");
    }

    #[test]
    fn constants_belong_to_the_type() {
        assert_eq!(Name::WIDTH + Cents::WIDTH, 15);
    }

    #[test]
    fn a_cut_through_a_letter_is_an_error_and_no_panic() {
        assert!(booking("Ann Nünéé").is_err());
    }
}
