//! Rows and columns in plain text.

use std::fmt::{self, Display};

/// On which side of its column a text stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    Left,
    Right,
}

/// A table that is printed with `{}`.
#[derive(Debug, Clone)]
pub struct Table<const N: usize> {
    header: [String; N],
    align: [Align; N],
    rows: Vec<[String; N]>,
}

impl<const N: usize> Table<N> {
    /// Makes an empty table with these columns.
    pub fn new(columns: [(&str, Align); N]) -> Self {
        Self {
            header: columns.map(|(name, _)| name.to_owned()),
            align: columns.map(|(_, align)| align),
            rows: Vec::new(),
        }
    }

    /// Adds a row; anything that can be shown is a cell.
    pub fn row(&mut self, cells: [&dyn Display; N]) {
        self.rows.push(cells.map(ToString::to_string));
    }

    fn lines(&self) -> impl Iterator<Item = &[String; N]> {
        std::iter::once(&self.header).chain(&self.rows)
    }
}

impl<const N: usize> Display for Table<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let widths: [usize; N] = std::array::from_fn(|column| {
            let cells = self.lines().map(|line| line[column].chars().count());
            cells.max().unwrap_or(0)
        });
        for (number, line) in self.lines().enumerate() {
            let mut text = String::new();
            for (column, cell) in line.iter().enumerate() {
                let width = widths[column];
                let gap = if column == 0 { "" } else { "  " };
                text += &match self.align[column] {
                    Align::Left => format!("{gap}{cell:<width$}"),
                    Align::Right => format!("{gap}{cell:>width$}"),
                };
            }
            writeln!(f, "{}", text.trim_end())?;
            if number == 0 {
                let rules = widths.map(|width| "-".repeat(width));
                writeln!(f, "{}", rules.join("  "))?;
            }
        }
        Ok(())
    }
}

/// Returns an amount of cents as it is written: `1,234.50`.
pub fn money(cents: u64) -> String {
    let whole = (cents / 100).to_string();
    let mut grouped = String::new();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    format!("{grouped}.{:02}", cents % 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_as_wide_as_they_must_be() {
        let mut table = Table::new([("item", Align::Left), ("price", Align::Right)]);
        table.row([&"tea", &money(250)]);
        table.row([&"café crème", &money(123_450)]);
        let expected = "\
item           price
----------  --------
tea             2.50
café crème  1,234.50
";
        assert_eq!(table.to_string(), expected);
    }

    #[test]
    fn no_rows_still_have_a_header() {
        let table = Table::new([("a", Align::Right)]);
        assert_eq!(table.to_string(), "a\n-\n");
    }

    #[test]
    fn no_line_ends_in_blanks() {
        let mut table = Table::new([("n", Align::Right), ("note", Align::Left)]);
        table.row([&1, &""]);
        assert_eq!(table.to_string(), "n  note\n-  ----\n1\n");
    }

    #[test]
    fn amounts_are_grouped() {
        assert_eq!(
            [0, 5, 99_999, 100_000_000].map(money),
            ["0.00", "0.05", "999.99", "1,000,000.00"]
        );
    }

    #[test]
    fn widths_and_decimals_may_be_variables() {
        let (width, decimals) = (8, 2);
        assert_eq!(
            format!("{:>width$.decimals$}|{:^7}|{:<+4}|", 2.0 / 3.0, "mid", 5),
            "    0.67|  mid  |+5  |"
        );
        assert_eq!(
            format!("{:05}|{:#x}|{:#010b}", 42, 255, 5),
            "00042|0xff|0b00000101"
        );
    }
}
