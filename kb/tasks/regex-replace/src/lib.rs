//! Blanking secrets, and filling in templates.

use regex::{Captures, Regex};
use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt;
use std::sync::LazyLock;

static SECRET: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)\b(password|token|key)(\s*[=:]\s*)[^\s,;]+").expect("a valid expression")
});

static CARD: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"\b(?:[0-9]{4}[ -]?){3}[0-9]{4}\b").expect("a valid expression"));

static PLACEHOLDER: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"\{\{|\{([a-z_]+)\}").expect("a valid expression"));

/// Blank passwords, tokens, keys, and all but the last four digits of card numbers.
pub fn redact(line: &str) -> Cow<'_, str> {
    match SECRET.replace_all(line, "${1}${2}***") {
        Cow::Borrowed(same) => cards(same),
        Cow::Owned(changed) => Cow::Owned(cards(&changed).into_owned()),
    }
}

fn cards(line: &str) -> Cow<'_, str> {
    CARD.replace_all(line, |captures: &Captures<'_>| {
        // Only ASCII matched, so the last four bytes are the last four digits.
        let number = &captures[0];
        format!("****{}", &number[number.len() - 4..])
    })
}

/// A template names a value that was not given.
#[derive(Debug, PartialEq, Eq)]
pub struct UnknownPlaceholder(pub String);

impl fmt::Display for UnknownPlaceholder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "nothing was given for {{{}}}", self.0)
    }
}

impl std::error::Error for UnknownPlaceholder {}

/// Replace `{name}` by its value and `{{` by a brace. Values are not looked into again.
pub fn fill(template: &str, values: &HashMap<&str, &str>) -> Result<String, UnknownPlaceholder> {
    let mut filled = String::with_capacity(template.len());
    let mut end = 0;
    for captures in PLACEHOLDER.captures_iter(template) {
        let whole = captures.get_match();
        filled.push_str(&template[end..whole.start()]);
        match captures.get(1) {
            Some(name) => {
                let value = values
                    .get(name.as_str())
                    .ok_or_else(|| UnknownPlaceholder(name.as_str().to_owned()))?;
                filled.push_str(value);
            }
            None => filled.push('{'),
        }
        end = whole.end();
    }
    filled.push_str(&template[end..]);
    Ok(filled)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secrets_are_blanked_and_the_rest_stays() {
        for (line, expected) in [
            ("login password=abc user=al", "login password=*** user=al"),
            ("Token: x$1y, KEY = z;", "Token: ***, KEY = ***;"),
            ("paid with 1234-5678 9012-3456.", "paid with ****3456."),
            ("key=1 card 1111222233334444", "key=*** card ****4444"),
        ] {
            assert_eq!(redact(line), expected);
        }
    }

    #[test]
    fn a_line_without_secrets_is_not_copied() {
        for line in ["monkey business", "order 12345678901234567890", ""] {
            assert!(
                matches!(redact(line), Cow::Borrowed(same) if same == line),
                "{line}"
            );
        }
    }

    #[test]
    fn placeholders_are_filled_in() {
        let values = HashMap::from([("name", "Al {x} $1"), ("n", "3")]);
        assert_eq!(
            fill("Dear {name}, {n} new", &values).expect("known"),
            "Dear Al {x} $1, 3 new"
        );
        assert_eq!(fill("{{n} {N} {", &values).expect("known"), "{n} {N} {");
        assert_eq!(fill("", &values).expect("nothing in it"), "");
    }

    #[test]
    fn an_unknown_placeholder_is_an_error() {
        let error = fill("Dear {nmae}", &HashMap::new()).expect_err("misspelt");
        assert_eq!(error.to_string(), "nothing was given for {nmae}");
    }
}
