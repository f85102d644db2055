//! Evaluating a line such as `6 / 3`, with whatever error comes up.

use std::error::Error;
use std::fmt;

/// Any error; it may be sent to another thread.
pub type AnyError = Box<dyn Error + Send + Sync>;

/// Nothing can be divided by zero.
#[derive(Debug, PartialEq, Eq)]
pub struct DivisionByZero;

impl fmt::Display for DivisionByZero {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "division by zero")
    }
}

impl Error for DivisionByZero {}

/// Returns the value of two numbers with an operator between them, all parted by blanks.
///
/// # Errors
///
/// Fails where the text is none such, a number is too large, or something is divided by zero.
pub fn evaluate(text: &str) -> Result<i32, AnyError> {
    let parts: Vec<&str> = text.split_whitespace().collect();
    let [left, operator, right] = parts[..] else {
        // text becomes an error by itself
        return Err(format!("expected two numbers and an operator, found {text:?}").into());
    };
    let (left, right): (i32, i32) = (left.parse()?, right.parse()?);
    let value = match operator {
        "+" => left.checked_add(right),
        "-" => left.checked_sub(right),
        "*" => left.checked_mul(right),
        "/" if right == 0 => return Err(DivisionByZero.into()),
        "/" => left.checked_div(right),
        _ => return Err(format!("unknown operator {operator:?}").into()),
    };
    value.ok_or_else(|| "the result is too large".into())
}

/// Returns the sum of the values of all lines, leaving out divisions by zero.
///
/// # Errors
///
/// Fails at the first line with any other error.
pub fn sum_of_lines(text: &str) -> Result<i32, AnyError> {
    let mut sum = 0;
    for line in text.lines() {
        match evaluate(line) {
            Ok(value) => sum += value,
            Err(error) if error.is::<DivisionByZero>() => {}
            Err(error) => return Err(error),
        }
    }
    Ok(sum)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::num::{IntErrorKind, ParseIntError};
    use std::thread;

    #[test]
    fn lines_are_evaluated() -> Result<(), AnyError> {
        assert_eq!(evaluate("6 / 3")?, 2);
        assert_eq!(evaluate(" 2 *  -4 ")?, -8);
        Ok(())
    }

    #[test]
    fn each_error_has_its_words() {
        let said = |text| evaluate(text).unwrap_err().to_string();
        assert_eq!(
            said("1 +"),
            "expected two numbers and an operator, found \"1 +\""
        );
        assert_eq!(said("1 ^ 2"), "unknown operator \"^\"");
        assert_eq!(said("2147483647 + 1"), "the result is too large");
        assert_eq!(said("1 / 0"), "division by zero");
    }

    #[test]
    fn the_error_inside_can_be_found() {
        let error = evaluate("99999999999 + 1").unwrap_err();
        let inner = error
            .downcast_ref::<ParseIntError>()
            .map(ParseIntError::kind);
        assert_eq!(inner, Some(&IntErrorKind::PosOverflow));
        assert_eq!(sum_of_lines("1 + 1\n1 / 0\n2 * 2").unwrap(), 6);
        assert!(sum_of_lines("1 + 1\nx").is_err());
    }

    #[test]
    fn it_can_leave_its_thread() {
        let result = thread::spawn(|| evaluate("1 / 0")).join().unwrap();
        assert!(result.unwrap_err().is::<DivisionByZero>());
    }
}
