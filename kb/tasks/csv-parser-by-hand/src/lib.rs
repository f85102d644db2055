//! Rows and fields of CSV (RFC 4180).

use std::fmt;

/// The text is no CSV.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CsvError {
    /// A quote is never closed; the row where it starts, from 1.
    OpenQuote(usize),
    /// Something follows a closing quote before the next comma, in this row.
    AfterQuote(usize),
    /// A row has another number of fields than the first.
    Uneven {
        /// The row, from 1.
        row: usize,
        /// The fields of the first row.
        expected: usize,
        /// The fields of this row.
        found: usize,
    },
}

impl fmt::Display for CsvError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OpenQuote(row) => write!(f, "row {row}: a quote is not closed"),
            Self::AfterQuote(row) => write!(f, "row {row}: expected a comma after the quote"),
            Self::Uneven {
                row,
                expected,
                found,
            } => {
                write!(f, "row {row} has {found} fields instead of {expected}")
            }
        }
    }
}

impl std::error::Error for CsvError {}

/// All rows of a text. A quote counts only at the beginning of a field.
pub fn parse(text: &str) -> Result<Vec<Vec<String>>, CsvError> {
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let number = rows.len() + 1;
        let row;
        (row, rest) = parse_row(rest, number)?;
        if let Some(first) = rows.first()
            && first.len() != row.len()
        {
            let (expected, found) = (first.len(), row.len());
            return Err(CsvError::Uneven {
                row: number,
                expected,
                found,
            });
        }
        rows.push(row);
    }
    Ok(rows)
}

/// One row, and the text after its line break.
fn parse_row(text: &str, number: usize) -> Result<(Vec<String>, &str), CsvError> {
    let mut fields = Vec::new();
    let mut rest = text;
    loop {
        let field;
        (field, rest) = match rest.strip_prefix('"') {
            Some(quoted) => parse_quoted(quoted, number)?,
            None => {
                let end = rest.find([',', '\n']).unwrap_or(rest.len());
                let (field, after) = rest.split_at(end);
                // A carriage return belongs to the line break only.
                let line_ends = !after.starts_with(',');
                let field = if line_ends {
                    field.strip_suffix('\r').unwrap_or(field)
                } else {
                    field
                };
                (field.to_owned(), after)
            }
        };
        fields.push(field);
        if let Some(after) = rest.strip_prefix(',') {
            rest = after;
        } else if let Some(after) = rest
            .strip_prefix("\r\n")
            .or_else(|| rest.strip_prefix('\n'))
        {
            return Ok((fields, after));
        } else if rest.is_empty() {
            return Ok((fields, rest));
        } else {
            return Err(CsvError::AfterQuote(number));
        }
    }
}

/// The field whose opening quote was just passed, and the text after the closing one.
fn parse_quoted(text: &str, number: usize) -> Result<(String, &str), CsvError> {
    let mut field = String::new();
    let mut rest = text;
    while let Some((part, after)) = rest.split_once('"') {
        field.push_str(part);
        match after.strip_prefix('"') {
            Some(further) => {
                field.push('"');
                rest = further;
            }
            None => return Ok((field, after)),
        }
    }
    Err(CsvError::OpenQuote(number))
}

/// Write a field so that it can be read again.
pub fn quote(field: &str) -> String {
    if field.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", field.replace('"', "\"\""))
    } else {
        field.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_and_quoted_fields() {
        let text = "name,city\r\n\"Li, Wei\",\"said \"\"hi\"\"\nand left\"\r\n,x\r";
        let rows = parse(text).expect("valid");
        assert_eq!(
            rows,
            [
                ["name", "city"],
                ["Li, Wei", "said \"hi\"\nand left"],
                ["", "x"]
            ]
        );
    }

    #[test]
    fn the_last_line_break_makes_no_row() {
        assert_eq!(parse("a\n").expect("valid"), parse("a").expect("valid"));
        assert!(parse("").expect("valid").is_empty());
        assert_eq!(parse("a\n\n").expect("valid"), [["a"], [""]]);
        assert_eq!(parse("a,\n").expect("valid"), [["a", ""]]);
    }

    #[test]
    fn a_quote_inside_a_plain_field_is_kept() {
        assert_eq!(parse("5\" disk,x").expect("valid"), [["5\" disk", "x"]]);
    }

    #[test]
    fn errors_name_the_row() {
        for (text, expected) in [
            ("a\n\"b", CsvError::OpenQuote(2)),
            ("\"a\"b,c", CsvError::AfterQuote(1)),
            (
                "a,b\nc",
                CsvError::Uneven {
                    row: 2,
                    expected: 2,
                    found: 1,
                },
            ),
        ] {
            assert_eq!(parse(text), Err(expected), "{text}");
        }
    }

    #[test]
    fn what_is_quoted_can_be_read() {
        for field in ["", "plain", "a,b", "\"", "line\r\nbreak", "é\"\"🦀"] {
            let text = format!("{},{}", quote(field), quote(field));
            assert_eq!(parse(&text).expect("valid"), [[field, field]]);
        }
    }
}
