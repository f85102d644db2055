//! JSON by RFC 8259.

use std::collections::BTreeMap;
use std::fmt;

/// Arrays and objects that may lie inside each other.
const DEEPEST: usize = 128;

/// A JSON value.
#[derive(Clone, Debug, PartialEq)]
pub enum Json {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// Any number.
    Number(f64),
    /// A text, with its escapes undone.
    String(String),
    /// A list.
    Array(Vec<Json>),
    /// Keys and values; of equal keys the last counts.
    Object(BTreeMap<String, Json>),
}

/// The text is no JSON.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JsonError {
    /// The byte where it was noticed.
    pub at: usize,
    /// What was expected there.
    pub expected: &'static str,
}

impl fmt::Display for JsonError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "expected {} at byte {}", self.expected, self.at)
    }
}

impl std::error::Error for JsonError {}

type Parsed<T> = Result<T, JsonError>;

/// Read a whole text.
pub fn parse(text: &str) -> Parsed<Json> {
    let mut parser = Parser {
        text,
        at: 0,
        depth: 0,
    };
    let value = parser.value()?;
    parser.blanks();
    if parser.at < text.len() {
        return parser.fail("the end");
    }
    Ok(value)
}

struct Parser<'a> {
    text: &'a str,
    at: usize,
    depth: usize,
}

impl Parser<'_> {
    fn fail<T>(&self, expected: &'static str) -> Parsed<T> {
        Err(JsonError {
            at: self.at,
            expected,
        })
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn blanks(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    /// Pass over this sign if it comes next.
    fn take(&mut self, sign: u8) -> bool {
        let found = self.peek() == Some(sign);
        self.at += usize::from(found);
        found
    }

    fn value(&mut self) -> Parsed<Json> {
        self.blanks();
        match self.peek() {
            Some(b'{') => self.nested(Self::object),
            Some(b'[') => self.nested(Self::array),
            Some(b'"') => self.string().map(Json::String),
            Some(b'-' | b'0'..=b'9') => self.number(),
            Some(b't') => self.word("true", Json::Bool(true)),
            Some(b'f') => self.word("false", Json::Bool(false)),
            Some(b'n') => self.word("null", Json::Null),
            _ => self.fail("a value"),
        }
    }

    fn nested(&mut self, parse: fn(&mut Self) -> Parsed<Json>) -> Parsed<Json> {
        if self.depth == DEEPEST {
            return self.fail("less nesting");
        }
        self.at += 1;
        self.depth += 1;
        let value = parse(self);
        self.depth -= 1;
        value
    }

    fn word(&mut self, word: &'static str, value: Json) -> Parsed<Json> {
        if !self.text[self.at..].starts_with(word) {
            return self.fail(word);
        }
        self.at += word.len();
        Ok(value)
    }

    fn array(&mut self) -> Parsed<Json> {
        let mut items = Vec::new();
        self.blanks();
        if self.take(b']') {
            return Ok(Json::Array(items));
        }
        loop {
            items.push(self.value()?);
            self.blanks();
            if self.take(b']') {
                return Ok(Json::Array(items));
            }
            if !self.take(b',') {
                return self.fail("a comma or ]");
            }
        }
    }

    fn object(&mut self) -> Parsed<Json> {
        let mut fields = BTreeMap::new();
        self.blanks();
        if self.take(b'}') {
            return Ok(Json::Object(fields));
        }
        loop {
            self.blanks();
            let key = self.string()?;
            self.blanks();
            if !self.take(b':') {
                return self.fail("a colon");
            }
            fields.insert(key, self.value()?);
            self.blanks();
            if self.take(b'}') {
                return Ok(Json::Object(fields));
            }
            if !self.take(b',') {
                return self.fail("a comma or }");
            }
        }
    }

    fn string(&mut self) -> Parsed<String> {
        if !self.take(b'"') {
            return self.fail("a string");
        }
        let mut string = String::new();
        let mut start = self.at;
        loop {
            match self.peek() {
                Some(b'"') => {
                    string.push_str(&self.text[start..self.at]);
                    self.at += 1;
                    return Ok(string);
                }
                Some(b'\\') => {
                    string.push_str(&self.text[start..self.at]);
                    self.at += 1;
                    string.push(self.escape()?);
                    start = self.at;
                }
                Some(0x20..) => self.at += 1,
                _ => return self.fail("a quote, and no control character"),
            }
        }
    }

    fn escape(&mut self) -> Parsed<char> {
        let character = match self.peek() {
            Some(sign @ (b'"' | b'\\' | b'/')) => char::from(sign),
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => {
                self.at += 1;
                return self.unicode();
            }
            _ => return self.fail("an escape"),
        };
        self.at += 1;
        Ok(character)
    }

    /// One or two `\u` escapes, after the first `\u`.
    fn unicode(&mut self) -> Parsed<char> {
        let first = self.hex()?;
        let units = if (0xd800..0xdc00).contains(&first) && self.text[self.at..].starts_with("\\u")
        {
            self.at += 2;
            vec![first, self.hex()?]
        } else {
            vec![first]
        };
        let mut characters = char::decode_utf16(units);
        match (characters.next(), characters.next()) {
            (Some(Ok(character)), None) => Ok(character),
            _ => self.fail("a pair of surrogates"),
        }
    }

    fn hex(&mut self) -> Parsed<u16> {
        let digits = self.text.get(self.at..self.at + 4);
        let valid = digits.filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()));
        let Some(unit) = valid.and_then(|digits| u16::from_str_radix(digits, 16).ok()) else {
            return self.fail("four hexadecimal digits");
        };
        self.at += 4;
        Ok(unit)
    }

    fn number(&mut self) -> Parsed<Json> {
        let start = self.at;
        self.take(b'-');
        if !self.take(b'0') {
            self.digits()?;
        }
        if self.take(b'.') {
            self.digits()?;
        }
        if self.take(b'e') || self.take(b'E') {
            let _ = self.take(b'+') || self.take(b'-');
            self.digits()?;
        }
        // The grammar of JSON's numbers is a part of Rust's.
        let number = self.text[start..self.at].parse();
        number.map(Json::Number).or_else(|_| self.fail("a number"))
    }

    fn digits(&mut self) -> Parsed<()> {
        let start = self.at;
        while matches!(self.peek(), Some(b'0'..=b'9')) {
            self.at += 1;
        }
        if self.at == start {
            self.fail("a digit")
        } else {
            Ok(())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Json {
        Json::String(text.to_owned())
    }

    #[test]
    fn all_kinds_of_values() {
        let json = parse(r#" {"a": [1, -0.5e1, true, null], "b": {}, "b": "x" } "#).expect("valid");
        let list = vec![
            Json::Number(1.0),
            Json::Number(-5.0),
            Json::Bool(true),
            Json::Null,
        ];
        let fields = [
            ("a".to_owned(), Json::Array(list)),
            ("b".to_owned(), text("x")),
        ];
        assert_eq!(json, Json::Object(BTreeMap::from(fields)));
        assert_eq!(parse("0"), Ok(Json::Number(0.0)));
    }

    #[test]
    fn escapes_are_undone() {
        assert_eq!(
            parse(r#""a\"\\\/\n\u00e9é\ud83e\udd80""#),
            Ok(text("a\"\\/\néé🦀"))
        );
        assert_eq!(parse(r#""""#), Ok(text("")));
    }

    #[test]
    fn what_is_no_json_is_refused_at_its_place() {
        for (json, at) in [
            ("", 0),
            ("[1,]", 3),
            ("{\"a\" 1}", 5),
            ("{a: 1}", 1),
            ("01", 1),
            ("1.", 2),
            ("-", 1),
            ("+1", 0),
            ("tru", 0),
            ("\"a\nb\"", 2),
            (r#""\x""#, 2),
            (r#""\u12g4""#, 3),
            (r#""\ud83e""#, 7),
            (r#""\ud83e\u0041""#, 13),
            ("[1] 2", 4),
            ("\"open", 5),
        ] {
            let error = parse(json).expect_err(json);
            assert_eq!(error.at, at, "{json}: {error}");
        }
    }

    #[test]
    fn deep_nesting_is_an_error_and_no_crash() {
        let error = parse(&"[".repeat(100_000)).expect_err("too deep");
        assert_eq!(
            error,
            JsonError {
                at: DEEPEST,
                expected: "less nesting"
            }
        );
        let fine = "[".repeat(DEEPEST) + &"]".repeat(DEEPEST);
        assert!(parse(&fine).is_ok());
    }
}
