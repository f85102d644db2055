//! Sizes such as `1.5 MB`, for people.

/// Write a number of bytes with at most one digit behind the point, in powers of 1000.
pub fn human_size(bytes: u64) -> String {
    const UNITS: [&str; 6] = ["kB", "MB", "GB", "TB", "PB", "EB"];
    if bytes < 1_000 {
        return format!("{bytes} B");
    }
    let mut unit = 1_000_u64;
    let mut index = 0;
    // Half a tenth more is rounded up, and may reach the next unit.
    while index + 1 < UNITS.len() && bytes >= unit * 1_000 - unit / 20 {
        unit *= 1_000;
        index += 1;
    }
    let tenths = (u128::from(bytes) * 10 + u128::from(unit) / 2) / u128::from(unit);
    match tenths % 10 {
        0 => format!("{} {}", tenths / 10, UNITS[index]),
        tenth => format!("{}.{tenth} {}", tenths / 10, UNITS[index]),
    }
}

/// Read a size such as `12`, `12 B` or `1.5kB`; `None` for anything else or more than fits.
pub fn parse_size(text: &str) -> Option<u64> {
    let text = text.trim();
    let digits = text
        .find(|c: char| !c.is_ascii_digit() && c != '.')
        .unwrap_or(text.len());
    let (number, unit) = text.split_at(digits);
    let factor: u64 = match unit.trim_start() {
        "" | "B" => 1,
        "kB" => 1_000,
        "MB" => 1_000_000,
        "GB" => 1_000_000_000,
        _ => return None,
    };
    let (whole, fraction) = match number.split_once('.') {
        Some((whole, tenth)) if tenth.len() == 1 && factor > 1 => {
            (whole, factor / 10 * tenth.parse::<u64>().ok()?)
        }
        Some(_) => return None,
        None => (number, 0),
    };
    let whole: u64 = whole.parse().ok()?;
    whole.checked_mul(factor)?.checked_add(fraction)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_written() {
        let cases = [
            (0, "0 B"),
            (999, "999 B"),
            (1_000, "1 kB"),
            (1_049, "1 kB"),
            (1_050, "1.1 kB"),
            (999_949, "999.9 kB"),
            (999_950, "1 MB"),
            (1_500_000, "1.5 MB"),
            (u64::MAX, "18.4 EB"),
        ];
        for (bytes, expected) in cases {
            assert_eq!(human_size(bytes), expected, "for {bytes} bytes");
        }
    }

    /// With `track_caller` a failure points to the line of the case.
    #[track_caller]
    fn check_parse(text: &str, expected: Option<u64>) {
        assert_eq!(parse_size(text), expected, "for {text:?}");
    }

    #[test]
    fn sizes_are_read() {
        check_parse("12", Some(12));
        check_parse(" 12 B ", Some(12));
        check_parse("1.5kB", Some(1_500));
        check_parse("0.1 GB", Some(100_000_000));
        check_parse("18446744073709551615", Some(u64::MAX));
    }

    #[test]
    fn what_is_no_size_is_refused() {
        let cases = [
            "",
            "B",
            "-1",
            "1.5",
            "1.55 kB",
            ".5 kB",
            "1 KB",
            "1 2",
            "18446744073709551615 kB",
        ];
        let accepted: Vec<_> = cases
            .iter()
            .filter(|text| parse_size(text).is_some())
            .collect();
        assert!(accepted.is_empty(), "taken for sizes: {accepted:?}");
    }
}
