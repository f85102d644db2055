//! Formulas such as `-2 * (3 + 4.5)^2`.

use std::fmt;
use std::iter::Peekable;
use std::str::CharIndices;

/// Brackets and signs that may lie inside each other.
const DEEPEST: usize = 100;

/// A formula that cannot be computed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormulaError {
    /// The byte where it was noticed.
    pub at: usize,
    /// What is wrong.
    pub reason: String,
}

impl fmt::Display for FormulaError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "at {}: {}", self.at, self.reason)
    }
}

impl std::error::Error for FormulaError {}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Token {
    Number(f64),
    /// One of `+-*/^()`.
    Sign(char),
    End,
}

/// Compute a formula of numbers, `+ - * / ^` and round brackets.
pub fn evaluate(formula: &str) -> Result<f64, FormulaError> {
    let tokens = tokens(formula)?;
    let mut parser = Parser {
        tokens: &tokens,
        depth: 0,
    };
    let value = parser.sum()?;
    match parser.peek() {
        (_, Token::End) => Ok(value),
        (at, _) => Err(error(at, "expected an operator or the end")),
    }
}

fn error(at: usize, reason: impl Into<String>) -> FormulaError {
    FormulaError {
        at,
        reason: reason.into(),
    }
}

/// The tokens with their places; `End` is always the last.
fn tokens(formula: &str) -> Result<Vec<(usize, Token)>, FormulaError> {
    let mut tokens = Vec::new();
    let mut chars = formula.char_indices().peekable();
    while let Some(&(at, c)) = chars.peek() {
        match c {
            '0'..='9' | '.' => tokens.push((at, number(formula, at, &mut chars)?)),
            '+' | '-' | '*' | '/' | '^' | '(' | ')' => {
                tokens.push((at, Token::Sign(c)));
                chars.next();
            }
            _ if c.is_whitespace() => {
                chars.next();
            }
            _ => return Err(error(at, format!("{c:?} is not part of a formula"))),
        }
    }
    tokens.push((formula.len(), Token::End));
    Ok(tokens)
}

fn number(
    formula: &str,
    start: usize,
    chars: &mut Peekable<CharIndices<'_>>,
) -> Result<Token, FormulaError> {
    let mut end = start;
    while chars
        .next_if(|(_, c)| c.is_ascii_digit() || *c == '.')
        .is_some()
    {
        end += 1;
    }
    let text = &formula[start..end];
    text.parse()
        .map(Token::Number)
        .map_err(|_| error(start, format!("{text:?} is no number")))
}

struct Parser<'a> {
    tokens: &'a [(usize, Token)],
    depth: usize,
}

impl Parser<'_> {
    fn peek(&self) -> (usize, Token) {
        self.tokens[0]
    }

    /// Take the next token if it is one of these signs.
    fn take(&mut self, signs: &str) -> Option<char> {
        match self.peek() {
            (_, Token::Sign(sign)) if signs.contains(sign) => {
                self.tokens = &self.tokens[1..];
                Some(sign)
            }
            _ => None,
        }
    }

    fn sum(&mut self) -> Result<f64, FormulaError> {
        let mut value = self.product()?;
        while let Some(sign) = self.take("+-") {
            let right = self.product()?;
            value = if sign == '+' {
                value + right
            } else {
                value - right
            };
        }
        Ok(value)
    }

    fn product(&mut self) -> Result<f64, FormulaError> {
        let mut value = self.signed()?;
        while let Some(sign) = self.take("*/") {
            let (at, _) = self.peek();
            let right = self.signed()?;
            if sign == '/' && right == 0.0 {
                return Err(error(at, "division by zero"));
            }
            value = if sign == '*' {
                value * right
            } else {
                value / right
            };
        }
        Ok(value)
    }

    fn signed(&mut self) -> Result<f64, FormulaError> {
        match self.take("+-") {
            Some('-') => Ok(-self.deeper(Self::signed)?),
            Some(_) => self.deeper(Self::signed),
            None => self.power(),
        }
    }

    fn power(&mut self) -> Result<f64, FormulaError> {
        let base = self.atom()?;
        match self.take("^") {
            // To the right: 2^3^2 is 2^9, and the exponent may have a sign.
            Some(_) => Ok(base.powf(self.deeper(Self::signed)?)),
            None => Ok(base),
        }
    }

    fn atom(&mut self) -> Result<f64, FormulaError> {
        let (at, token) = self.peek();
        if let Token::Number(value) = token {
            self.tokens = &self.tokens[1..];
            return Ok(value);
        }
        if self.take("(").is_none() {
            return Err(error(at, "expected a number or a bracket"));
        }
        let value = self.deeper(Self::sum)?;
        if self.take(")").is_none() {
            return Err(error(
                self.peek().0,
                format!("the bracket at {at} is not closed"),
            ));
        }
        Ok(value)
    }

    fn deeper(
        &mut self,
        parse: fn(&mut Self) -> Result<f64, FormulaError>,
    ) -> Result<f64, FormulaError> {
        if self.depth == DEEPEST {
            return Err(error(self.peek().0, "too deeply nested"));
        }
        self.depth += 1;
        let value = parse(self);
        self.depth -= 1;
        value
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn precedence_and_direction() {
        for (formula, expected) in [
            ("1 + 2 * 3", 7.0),
            ("(1 + 2) * 3", 9.0),
            ("10 - 4 - 3", 3.0),
            ("16 / 4 / 2", 2.0),
            ("2^3^2", 512.0),
            ("-2^2", -4.0),
            ("2^-1", 0.5),
            ("2 * -3", -6.0),
            ("--.5", 0.5),
        ] {
            assert_eq!(evaluate(formula), Ok(expected), "{formula}");
        }
    }

    #[test]
    fn errors_tell_the_place() {
        for (formula, at, reason) in [
            ("", 0, "expected a number"),
            ("1 +", 3, "expected a number"),
            ("1 2", 2, "expected an operator"),
            ("(1", 2, "bracket at 0"),
            ("1)", 1, "expected an operator"),
            ("1.2.3", 0, "no number"),
            ("é1", 0, "not part"),
            ("1 / (2 - 2)", 4, "division by zero"),
        ] {
            let error = evaluate(formula).expect_err(formula);
            assert_eq!(error.at, at, "{formula}: {error}");
            assert!(error.reason.contains(reason), "{formula}: {error}");
        }
    }

    #[test]
    fn deep_nesting_is_an_error_and_no_crash() {
        let deep = "(".repeat(100_000);
        assert!(
            evaluate(&deep)
                .expect_err("too deep")
                .reason
                .contains("nested")
        );
        let fine = format!("{}1{}", "(".repeat(100), ")".repeat(100));
        assert_eq!(evaluate(&fine), Ok(1.0));
    }
}
