//! Formulas with the operator last.

use std::fmt;

/// Why a formula has no value.
#[derive(Clone, Debug, PartialEq)]
pub enum RpnError {
    /// An operator finds too few numbers.
    MissingOperand(String),
    /// This word is neither a number nor an operator.
    Unknown(String),
    /// So many numbers are left instead of one.
    Left(usize),
    /// A bracket has no partner.
    Bracket,
}

impl fmt::Display for RpnError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::MissingOperand(operator) => write!(f, "too few numbers before {operator}"),
            Self::Unknown(word) => write!(f, "{word:?} is neither a number nor an operator"),
            Self::Left(count) => write!(f, "{count} numbers are left instead of one"),
            Self::Bracket => f.write_str("a bracket has no partner"),
        }
    }
}

impl std::error::Error for RpnError {}

/// Compute words parted by blanks, such as `3 4 + 2 *`. Division by zero gives an infinity or NaN.
pub fn evaluate(formula: &str) -> Result<f64, RpnError> {
    let mut stack: Vec<f64> = Vec::new();
    for word in formula.split_whitespace() {
        let value = match operation(word) {
            Some(operation) => {
                let missing = || RpnError::MissingOperand(word.to_owned());
                let right = stack.pop().ok_or_else(missing)?;
                let left = stack.pop().ok_or_else(missing)?;
                operation(left, right)
            }
            None => word
                .parse()
                .map_err(|_| RpnError::Unknown(word.to_owned()))?,
        };
        stack.push(value);
    }
    match stack[..] {
        [value] => Ok(value),
        _ => Err(RpnError::Left(stack.len())),
    }
}

fn operation(word: &str) -> Option<fn(f64, f64) -> f64> {
    match word {
        "+" => Some(|a, b| a + b),
        "-" => Some(|a, b| a - b),
        "*" => Some(|a, b| a * b),
        "/" => Some(|a, b| a / b),
        "^" => Some(f64::powf),
        _ => None,
    }
}

/// Translate the usual notation, its words parted by blanks: `( 3 + 4 ) * 2` becomes `3 4 + 2 *`.
///
/// Only brackets are checked here; the rest is up to [`evaluate`].
pub fn from_infix(formula: &str) -> Result<String, RpnError> {
    let mut output: Vec<&str> = Vec::new();
    let mut waiting: Vec<&str> = Vec::new();
    for word in formula.split_whitespace() {
        match (word, strength(word)) {
            ("(", _) => waiting.push(word),
            (")", _) => loop {
                match waiting.pop() {
                    Some("(") => break,
                    Some(operator) => output.push(operator),
                    None => return Err(RpnError::Bracket),
                }
            },
            (_, Some(own)) => {
                while let Some(top) = waiting.pop_if(|top| {
                    strength(top)
                        .is_some_and(|top| if word == "^" { top > own } else { top >= own })
                }) {
                    output.push(top);
                }
                waiting.push(word);
            }
            (_, None) => output.push(word),
        }
    }
    while let Some(operator) = waiting.pop() {
        if operator == "(" {
            return Err(RpnError::Bracket);
        }
        output.push(operator);
    }
    Ok(output.join(" "))
}

/// How tightly an operator binds; `None` for what is none.
fn strength(word: &str) -> Option<u8> {
    match word {
        "+" | "-" => Some(1),
        "*" | "/" => Some(2),
        "^" => Some(3),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn operators_take_the_last_two_numbers() {
        for (formula, expected) in [
            ("3 4 + 2 *", 14.0),
            ("10 4 -", 6.0),
            ("2 3 ^ 1 -", 7.0),
            ("-5", -5.0),
        ] {
            assert_eq!(evaluate(formula), Ok(expected), "{formula}");
        }
    }

    #[test]
    fn incomplete_formulas_are_errors() {
        assert_eq!(evaluate(""), Err(RpnError::Left(0)));
        assert_eq!(evaluate("1 2"), Err(RpnError::Left(2)));
        assert_eq!(
            evaluate("1 +"),
            Err(RpnError::MissingOperand("+".to_owned()))
        );
        assert_eq!(
            evaluate("1 two +"),
            Err(RpnError::Unknown("two".to_owned()))
        );
    }

    #[test]
    fn the_usual_notation_is_translated() {
        for (infix, postfix) in [
            ("1 + 2 * 3", "1 2 3 * +"),
            ("( 1 + 2 ) * 3", "1 2 + 3 *"),
            ("8 - 4 - 2", "8 4 - 2 -"),
            ("2 ^ 3 ^ 2", "2 3 2 ^ ^"),
            ("", ""),
        ] {
            assert_eq!(from_infix(infix).as_deref(), Ok(postfix), "{infix}");
        }
    }

    #[test]
    fn both_together() {
        let formula = from_infix("( 2 + 4 ) ^ 2 / ( 13 - 4 )").expect("brackets match");
        assert_eq!(evaluate(&formula), Ok(4.0));
    }

    #[test]
    fn brackets_must_match() {
        for formula in ["( 1", "1 )", ") 1 ("] {
            assert_eq!(from_infix(formula), Err(RpnError::Bracket), "{formula}");
        }
    }
}
