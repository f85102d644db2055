//! Dates and prices in a text.

use regex::Regex;
use std::sync::LazyLock;

/// A day of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    /// The year, 0 to 9999.
    pub year: u16,
    /// The month, 1 to 12.
    pub month: u8,
    /// The day, 1 to 31, as the month allows.
    pub day: u8,
}

static DATE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"\b([0-9]{4})-([0-9]{2})-([0-9]{2})\b").expect("a valid expression")
});

static PRICE: LazyLock<Regex> = LazyLock::new(|| {
    // Verbose mode: blanks count for nothing, and comments are allowed.
    Regex::new(
        r"(?x)
        (?<currency> [€$£] ) \x20?
        (?<whole> [0-9]{1,9} )
        (?: \. (?<cents> [0-9]{2} ) \b )?
        ",
    )
    .expect("a valid expression")
});

/// All dates such as `2024-02-29`, in the order of the text; impossible ones are passed over.
pub fn dates(text: &str) -> Vec<Date> {
    DATE.captures_iter(text)
        .filter_map(|captures| {
            let (_, [year, month, day]) = captures.extract();
            date(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
        })
        .collect()
}

/// The first price: its currency and the amount in cents. Cents may be left out.
pub fn first_price(text: &str) -> Option<(char, u64)> {
    let captures = PRICE.captures(text)?;
    let currency = captures["currency"].chars().next()?;
    let whole: u64 = captures["whole"].parse().ok()?;
    let cents: u64 = match captures.name("cents") {
        Some(cents) => cents.as_str().parse().ok()?,
        None => 0,
    };
    Some((currency, whole * 100 + cents))
}

fn date(year: u16, month: u8, day: u8) -> Option<Date> {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let days = match month {
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        1..=12 => 31,
        _ => return None,
    };
    (1..=days)
        .contains(&day)
        .then_some(Date { year, month, day })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_dates_in_order() {
        let text =
            "Paid 2024-02-29, sent 2023-12-31; order 12024-01-01x and 2024-1-1 do not count.";
        let expected = [
            Date {
                year: 2024,
                month: 2,
                day: 29,
            },
            Date {
                year: 2023,
                month: 12,
                day: 31,
            },
        ];
        assert_eq!(dates(text), expected);
    }

    #[test]
    fn impossible_dates_are_passed_over() {
        for text in [
            "2023-02-29",
            "1900-02-29",
            "2024-04-31",
            "2024-13-01",
            "2024-01-00",
            "٢٠٢٤-01-01",
        ] {
            assert_eq!(dates(text), [], "{text}");
        }
    }

    #[test]
    fn a_price_with_and_without_cents() {
        assert_eq!(first_price("now £ 12.50!"), Some(('£', 1_250)));
        assert_eq!(first_price("$7 or €8"), Some(('$', 700)));
        // Three digits are no cents.
        assert_eq!(first_price("€1.234"), Some(('€', 100)));
    }

    #[test]
    fn no_price() {
        assert_eq!(first_price("12.50 or € for free"), None);
        assert_eq!(first_price(""), None);
    }
}
