//! Methods that one misses in the standard library.

use std::fmt::Display;

/// Text helpers for everything that can be shown.
pub trait DisplayExt: Display {
    /// Returns it between `left` and `right`.
    fn surrounded(&self, left: &str, right: &str) -> String {
        format!("{left}{self}{right}")
    }

    /// Returns it as one cell of a CSV file: quoted where it must be.
    fn csv_cell(&self) -> String {
        let text = self.to_string();
        if text.contains([',', '"', '\n', '\r']) {
            format!("\"{}\"", text.replace('"', "\"\""))
        } else {
            text
        }
    }
}

// `?Sized` lets in `str` and `dyn Display`
impl<T: Display + ?Sized> DisplayExt for T {}

/// Helpers for slices of anything that can be shown.
pub trait JoinExt {
    /// Returns the items with `separator` between.
    fn joined(&self, separator: &str) -> String;

    /// Returns the items as a line of a CSV file.
    fn csv_line(&self) -> String;
}

impl<T: Display> JoinExt for [T] {
    fn joined(&self, separator: &str) -> String {
        let items: Vec<String> = self.iter().map(ToString::to_string).collect();
        items.join(separator)
    }

    fn csv_line(&self) -> String {
        let cells: Vec<String> = self.iter().map(DisplayExt::csv_cell).collect();
        cells.join(",")
    }
}

/// Something that happens now and then, for options.
pub trait OptionExt<T> {
    /// Puts `value` in only if it is larger than what is there; returns whether it was.
    fn raise_to(&mut self, value: T) -> bool;
}

impl<T: PartialOrd> OptionExt<T> for Option<T> {
    fn raise_to(&mut self, value: T) -> bool {
        let is_larger = self.as_ref().is_none_or(|known| value > *known);
        if is_larger {
            *self = Some(value);
        }
        is_larger
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::net::Ipv4Addr;

    #[test]
    fn everything_that_can_be_shown_has_it() {
        assert_eq!("x".surrounded("<", ">"), "<x>");
        assert_eq!(4.5.surrounded("[", "]"), "[4.5]");
        assert_eq!(Ipv4Addr::LOCALHOST.surrounded("", ":80"), "127.0.0.1:80");
        let shown: &dyn Display = &'c';
        assert_eq!(shown.surrounded("'", "'"), "'c'");
    }

    #[test]
    fn cells_are_quoted_where_they_must_be() {
        let cells = ["plain", "a,b", "say \"hi\"", ""];
        assert_eq!(cells.csv_line(), "plain,\"a,b\",\"say \"\"hi\"\"\",");
    }

    #[test]
    fn vectors_and_arrays_are_slices_too() {
        assert_eq!(Vec::from([1, 2, 3]).joined(" < "), "1 < 2 < 3");
        assert_eq!(['a'].joined(", "), "a");
        assert_eq!(<[u8]>::joined(&[], ", "), "");
    }

    #[test]
    fn options_learn_something_new() {
        let mut highest = None;
        let raised: Vec<bool> = [3, 1, 7, 7].map(|n| highest.raise_to(n)).into();
        assert_eq!(raised, [true, false, true, false]);
        assert_eq!(highest, Some(7));
    }
}
