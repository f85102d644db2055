//! Days on the calendar.

use chrono::{Datelike, Days, Months, NaiveDate, ParseError, Weekday};

/// Reads a date as `2024-02-29`, `29.2.2024` or `Feb 29, 2024`.
///
/// # Errors
///
/// Fails where the text is in none of these forms, or there is no such day.
pub fn parse_date(text: &str) -> Result<NaiveDate, ParseError> {
    let text = text.trim();
    let first = NaiveDate::parse_from_str(text, "%Y-%m-%d");
    let others = ["%d.%m.%Y", "%b %d, %Y"];
    first.or_else(|error| {
        let parsed = others
            .iter()
            .find_map(|form| NaiveDate::parse_from_str(text, form).ok());
        parsed.ok_or(error)
    })
}

/// Returns the age in whole years on the day `today`; None before the birth.
///
/// Who was born on 29 February has the birthday of other years on 1 March.
pub fn age(born: NaiveDate, today: NaiveDate) -> Option<u32> {
    today.years_since(born)
}

/// Returns the first day on or after `from` that is a `weekday`.
pub fn on_or_after(from: NaiveDate, weekday: Weekday) -> Option<NaiveDate> {
    let ahead = weekday.days_since(from.weekday());
    from.checked_add_days(Days::new(ahead.into()))
}

/// Returns how many days from Monday to Friday lie between, the first included, the last not.
pub fn working_days(from: NaiveDate, to: NaiveDate) -> usize {
    from.iter_days()
        .take_while(|day| *day < to)
        .filter(|day| !matches!(day.weekday(), Weekday::Sat | Weekday::Sun))
        .count()
}

/// Returns the days on which `count` monthly payments are due, beginning with `first`.
///
/// Each is counted from the first: 31 January is followed by 29 February and 31 March.
pub fn due_days(first: NaiveDate, count: u32) -> Vec<NaiveDate> {
    (0..count)
        .map_while(|month| first.checked_add_months(Months::new(month)))
        .collect()
}

/// Returns the last day of the month of `day`.
pub fn end_of_month(day: NaiveDate) -> Option<NaiveDate> {
    let next = day.with_day(1)?.checked_add_months(Months::new(1))?;
    next.pred_opt()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> NaiveDate {
        parse_date(text).unwrap()
    }

    #[test]
    fn several_forms_are_read() {
        let leap = NaiveDate::from_ymd_opt(2024, 2, 29).unwrap();
        assert_eq!(
            [date("2024-02-29"), date("29.2.2024"), date(" Feb 29, 2024")],
            [leap; 3]
        );
        assert_eq!(
            leap.format("%A, %-d %B %Y").to_string(),
            "Thursday, 29 February 2024"
        );
    }

    #[test]
    fn days_that_do_not_exist_are_errors() {
        assert!(parse_date("2023-02-29").is_err());
        assert!(parse_date("2023-13-01").is_err());
        assert!(parse_date("tomorrow").is_err());
    }

    #[test]
    fn differences_count_days() {
        assert_eq!((date("2024-03-01") - date("2024-02-01")).num_days(), 29);
        assert_eq!((date("2023-03-01") - date("2023-03-10")).num_days(), -9);
        assert_eq!(working_days(date("2024-02-29"), date("2024-03-05")), 3);
        assert_eq!(working_days(date("2024-03-05"), date("2024-02-29")), 0);
    }

    #[test]
    fn ages_change_on_the_birthday() {
        let born = date("2000-02-29");
        assert_eq!(age(born, date("2018-02-28")), Some(17));
        assert_eq!(age(born, date("2018-03-01")), Some(18));
        assert_eq!(age(born, date("1999-01-01")), None);
    }

    #[test]
    fn weekdays_ahead() {
        assert_eq!(
            on_or_after(date("2024-02-29"), Weekday::Mon),
            Some(date("2024-03-04"))
        );
        assert_eq!(
            on_or_after(date("2024-03-04"), Weekday::Mon),
            Some(date("2024-03-04"))
        );
        assert_eq!(
            on_or_after(NaiveDate::MAX, Weekday::Mon).is_some(),
            NaiveDate::MAX.weekday() == Weekday::Mon
        );
    }

    #[test]
    fn months_have_their_ends() {
        let due: Vec<String> = due_days(date("2024-01-31"), 3)
            .iter()
            .map(ToString::to_string)
            .collect();
        assert_eq!(due, ["2024-01-31", "2024-02-29", "2024-03-31"]);
        assert_eq!(end_of_month(date("2023-02-05")), Some(date("2023-02-28")));
        assert_eq!(end_of_month(date("2023-12-31")), Some(date("2023-12-31")));
    }
}
