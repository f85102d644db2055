//! The same moment in several places.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime, ParseError, TimeDelta, Utc};

/// Reads a moment such as `2024-03-10T18:30:00+02:00`.
///
/// # Errors
///
/// Fails where the text is in another form, or says no offset.
pub fn parse_moment(text: &str) -> Result<DateTime<Utc>, ParseError> {
    DateTime::parse_from_rfc3339(text).map(|moment| moment.to_utc())
}

/// Returns the moment at which a clock with this offset shows `local`.
pub fn at(local: NaiveDateTime, offset: FixedOffset) -> Option<DateTime<Utc>> {
    let moment = local.and_local_timezone(offset).single()?;
    Some(moment.to_utc())
}

/// Returns the offset of so many hours and minutes east of Greenwich, west where both are negative.
pub fn offset(hours: i32, minutes: i32) -> Option<FixedOffset> {
    FixedOffset::east_opt(
        hours
            .checked_mul(3600)?
            .checked_add(minutes.checked_mul(60)?)?,
    )
}

/// Returns a moment as someone with this offset reads it.
pub fn shown(moment: DateTime<Utc>, offset: FixedOffset) -> String {
    let local = moment.with_timezone(&offset);
    local.format("%a %-d %b %Y, %H:%M (UTC%:z)").to_string()
}

/// Returns on which day a moment is for someone with this offset.
pub fn day_of(moment: DateTime<Utc>, offset: FixedOffset) -> NaiveDate {
    moment.with_timezone(&offset).date_naive()
}

/// Returns how long ago a moment is, or how far ahead, in words; `now` is the time it is.
pub fn relative(moment: DateTime<Utc>, now: DateTime<Utc>) -> String {
    let distance = moment.signed_duration_since(now);
    let seconds = distance.num_seconds().unsigned_abs();
    let (count, unit) = match seconds {
        ..60 => return "just now".to_owned(),
        60..3600 => (seconds / 60, "minute"),
        3600..86_400 => (seconds / 3600, "hour"),
        _ => (seconds / 86_400, "day"),
    };
    let ending = if count == 1 { "" } else { "s" };
    if distance > TimeDelta::zero() {
        format!("in {count} {unit}{ending}")
    } else {
        format!("{count} {unit}{ending} ago")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moment(text: &str) -> DateTime<Utc> {
        parse_moment(text).unwrap()
    }

    #[test]
    fn offsets_are_other_names_for_one_moment() {
        assert_eq!(
            moment("2024-03-10T18:30:00+02:00"),
            moment("2024-03-10T16:30:00Z")
        );
        assert!(moment("2024-03-10T10:00:00-05:00") > moment("2024-03-10T14:00:00Z"));
        assert!(parse_moment("2024-03-10T18:30:00").is_err());
        assert!(parse_moment("2024-03-10").is_err());
    }

    #[test]
    fn people_see_their_own_clock() {
        let start = moment("2024-03-10T22:30:00Z");
        let delhi = offset(5, 30).unwrap();
        let new_york = offset(-5, 0).unwrap();
        assert_eq!(shown(start, delhi), "Mon 11 Mar 2024, 04:00 (UTC+05:30)");
        assert_eq!(shown(start, new_york), "Sun 10 Mar 2024, 17:30 (UTC-05:00)");
        assert_ne!(day_of(start, delhi), day_of(start, new_york));
    }

    #[test]
    fn a_local_time_becomes_a_moment() {
        let local = NaiveDate::from_ymd_opt(2024, 7, 1)
            .and_then(|day| day.and_hms_opt(9, 0, 0))
            .unwrap();
        let paris_in_summer = offset(2, 0).unwrap();
        assert_eq!(
            at(local, paris_in_summer),
            Some(moment("2024-07-01T07:00:00Z"))
        );
    }

    #[test]
    fn impossible_offsets_are_refused() {
        assert_eq!(offset(24, 0), None);
        assert_eq!(offset(i32::MAX, 0), None);
    }

    #[test]
    fn words_for_distances() {
        let now = moment("2024-03-10T12:00:00Z");
        let said = |text| relative(moment(text), now);
        assert_eq!(said("2024-03-10T11:59:01Z"), "just now");
        assert_eq!(said("2024-03-10T11:59:00Z"), "1 minute ago");
        assert_eq!(said("2024-03-10T15:30:00Z"), "in 3 hours");
        assert_eq!(said("2024-03-07T12:00:00Z"), "3 days ago");
    }

    #[test]
    fn whole_seconds_since_1970_are_portable() {
        let moment = moment("2001-09-09T01:46:40Z");
        assert_eq!(moment.timestamp(), 1_000_000_000);
        assert_eq!(DateTime::from_timestamp(1_000_000_000, 0), Some(moment));
    }
}
