//! Expenses from a CSV file, added up by category.

use serde::Deserialize;
use std::collections::BTreeMap;
use std::io::Read;

/// One row of the file.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Expense {
    /// The day, as written.
    pub date: String,
    /// What kind of expense; it may be left empty.
    pub category: Option<String>,
    /// The amount; the column is called `Amount (ct)`.
    #[serde(rename = "Amount (ct)")]
    pub cents: i64,
}

/// Read all rows; other columns are ignored. The error tells the line.
pub fn read(input: impl Read, delimiter: u8) -> Result<Vec<Expense>, csv::Error> {
    csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .trim(csv::Trim::All)
        .from_reader(input)
        .into_deserialize()
        .collect()
}

/// The sum of each category; expenses without one are under the empty name.
pub fn totals(expenses: &[Expense]) -> BTreeMap<&str, i64> {
    let mut totals = BTreeMap::new();
    for expense in expenses {
        *totals
            .entry(expense.category.as_deref().unwrap_or_default())
            .or_insert(0) += expense.cents;
    }
    totals
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_found_by_name() {
        let text = "\
            Amount (ct),note,category,date\n\
            1250,\"bread, milk\",food,2024-05-01\n\
            -300,\"said \"\"thanks\"\"\nand left\",food,2024-05-02\n\
            999,,,2024-05-03\n";
        let expenses = read(text.as_bytes(), b',').expect("valid");
        assert_eq!(expenses.len(), 3);
        assert_eq!(expenses[2].category, None);
        let expected = BTreeMap::from([("food", 950), ("", 999)]);
        assert_eq!(totals(&expenses), expected);
    }

    #[test]
    fn semicolons_blanks_and_a_byte_order_mark() {
        let text = "\u{feff}date; category; Amount (ct)\r\n2024-05-01; travel ; 20\r\n";
        let expenses = read(text.as_bytes(), b';').expect("valid");
        let expected = Expense {
            date: "2024-05-01".to_owned(),
            category: Some("travel".to_owned()),
            cents: 20,
        };
        assert_eq!(expenses, [expected]);
    }

    #[test]
    fn an_error_tells_the_line() {
        let text = "date,category,Amount (ct)\nmonday,food,1\ntuesday,food,a lot\n";
        let error = read(text.as_bytes(), b',').expect_err("no number");
        assert_eq!(error.position().map(csv::Position::line), Some(3));
        assert!(error.to_string().contains("invalid digit"), "{error}");
    }

    #[test]
    fn short_rows_and_missing_columns_are_errors() {
        let short = "date,category,Amount (ct)\nmonday,food\n";
        let error = read(short.as_bytes(), b',').expect_err("two fields");
        assert!(matches!(
            error.kind(),
            csv::ErrorKind::UnequalLengths { .. }
        ));
        let missing = "date,category\nmonday,food\n";
        let error = read(missing.as_bytes(), b',').expect_err("no amount");
        assert!(error.to_string().contains("missing field"), "{error}");
    }

    #[test]
    fn a_header_alone_is_an_empty_table() {
        let expenses = read("date,category,Amount (ct)\n".as_bytes(), b',').expect("valid");
        assert!(expenses.is_empty() && totals(&expenses).is_empty());
    }
}
