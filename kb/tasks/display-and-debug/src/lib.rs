//! Coordinates, lists and secrets, each printed in its way.

use std::fmt::{self, Display};

/// A place on Earth, in degrees: north and east are positive.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Place {
    pub latitude: f64,
    pub longitude: f64,
}

/// `{}` gives `48.86° N, 2.35° E`, `{:.4}` more decimals, `{:#}` degrees and minutes.
impl Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let part = |value: f64, positive: char, negative: char| {
            let side = if value < 0.0 { negative } else { positive };
            if f.alternate() {
                let minutes = (value.abs() * 60.0).round() as u64;
                format!("{}° {:02}′ {side}", minutes / 60, minutes % 60)
            } else {
                let decimals = f.precision().unwrap_or(2);
                format!("{:.decimals$}° {side}", value.abs())
            }
        };
        let latitude = part(self.latitude, 'N', 'S');
        let longitude = part(self.longitude, 'E', 'W');
        write!(f, "{latitude}, {longitude}")
    }
}

/// The level of a message; it can stand in a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    Info,
    Warning,
}

impl Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // honours width, alignment and fill
        f.pad(match self {
            Self::Info => "info",
            Self::Warning => "warning",
        })
    }
}

/// Shows any sequence as a list, each item as the braces say: `{:.1}` is meant for the items.
pub struct Listed<'a, T>(pub &'a [T]);

impl<T: Display> Display for Listed<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, item) in self.0.iter().enumerate() {
            if index > 0 {
                f.write_str(", ")?;
            }
            item.fmt(f)?;
        }
        Ok(())
    }
}

/// How to log in. The password is shown to nobody.
#[derive(Clone, PartialEq, Eq)]
pub struct Login {
    pub user: String,
    pub password: String,
}

impl fmt::Debug for Login {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Login")
            .field("user", &self.user)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PARIS: Place = Place {
        latitude: 48.8566,
        longitude: 2.3522,
    };

    #[test]
    fn people_see_one_thing_and_programmers_another() {
        assert_eq!(PARIS.to_string(), "48.86° N, 2.35° E");
        assert_eq!(
            format!("{PARIS:?}"),
            "Place { latitude: 48.8566, longitude: 2.3522 }"
        );
    }

    #[test]
    fn the_braces_may_ask_for_more() {
        assert_eq!(format!("{PARIS:.0}"), "49° N, 2° E");
        assert_eq!(format!("{PARIS:#}"), "48° 51′ N, 2° 21′ E");
        let south = Place {
            latitude: -0.9999,
            longitude: -70.0,
        };
        // rounded up to a whole degree
        assert_eq!(format!("{south:#}"), "1° 00′ S, 70° 00′ W");
    }

    #[test]
    fn columns_line_up() {
        assert_eq!(
            format!("[{:<8}|{:>8}]", Level::Info, Level::Warning),
            "[info    | warning]"
        );
        assert_eq!(format!("[{:*^9}]", Level::Info), "[**info***]");
    }

    #[test]
    fn options_reach_the_items() {
        assert_eq!(format!("{:.1}", Listed(&[1.25, 2.0])), "1.2, 2.0");
        assert_eq!(format!("{:02}", Listed(&[7, 30])), "07, 30");
        assert_eq!(Listed::<u8>(&[]).to_string(), "");
    }

    #[test]
    fn a_password_is_never_shown() {
        let login = Login {
            user: "ann".to_owned(),
            password: "tulip".to_owned(),
        };
        assert_eq!(format!("{login:?}"), "Login { user: \"ann\", .. }");
    }
}
