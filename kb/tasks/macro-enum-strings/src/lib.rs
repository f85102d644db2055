//! Enums that are written and read as text.

use std::fmt;

/// No variant has this text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownName {
    /// What was found.
    pub found: String,
    /// What would have been right.
    pub expected: &'static [&'static str],
}

impl fmt::Display for UnknownName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{:?} is none of {}",
            self.found,
            self.expected.join(", ")
        )
    }
}

impl std::error::Error for UnknownName {}

/// Declare an enum without data, with a text for each variant.
///
/// It gets `ALL`, `as_str`, `Display` and `FromStr`; text is compared exactly.
#[macro_export]
macro_rules! text_enum {
    (
        $(#[$meta:meta])*
        $vis:vis enum $name:ident {
            $( $(#[$variant_meta:meta])* $variant:ident = $text:literal ),+ $(,)?
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        $vis enum $name {
            $( $(#[$variant_meta])* $variant ),+
        }

        impl $name {
            /// All variants, in the order of their declaration.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The text of the variant.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $text),+
                }
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                // `pad` heeds a width such as `{:>8}`, which `write_str` would not.
                f.pad(self.as_str())
            }
        }

        impl ::std::str::FromStr for $name {
            type Err = $crate::UnknownName;

            fn from_str(text: &str) -> ::std::result::Result<Self, $crate::UnknownName> {
                match text {
                    $($text => Ok(Self::$variant),)+
                    _ => Err($crate::UnknownName {
                        found: text.to_owned(),
                        expected: &[$($text),+],
                    }),
                }
            }
        }
    };
}

text_enum! {
    /// The state of an order.
    #[derive(PartialOrd, Ord)]
    pub enum Status {
        /// Nobody has looked at it yet.
        New = "new",
        /// It is being packed.
        InProgress = "in-progress",
        /// It is with the customer.
        Delivered = "delivered",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn every_variant_survives_a_round_trip() {
        for &status in Status::ALL {
            assert_eq!(status.to_string().parse(), Ok(status));
        }
        assert_eq!(Status::ALL.len(), 3);
    }

    #[test]
    fn texts_are_different() {
        let texts: HashSet<_> = Status::ALL.iter().map(|status| status.as_str()).collect();
        assert_eq!(texts.len(), Status::ALL.len());
    }

    #[test]
    fn unknown_text_tells_what_is_right() {
        let error = "New".parse::<Status>().expect_err("a capital");
        assert_eq!(
            error.to_string(),
            "\"New\" is none of new, in-progress, delivered"
        );
        assert!("".parse::<Status>().is_err());
    }

    #[test]
    fn widths_are_heeded_and_derives_work() {
        assert_eq!(format!("[{:<5}]", Status::New), "[new  ]");
        assert!(Status::New < Status::Delivered);
    }

    #[test]
    fn the_macro_serves_private_enums_too() {
        text_enum! { enum Answer { Yes = "yes", No = "no" } }
        assert_eq!("no".parse(), Ok(Answer::No));
        assert_eq!(Answer::ALL, [Answer::Yes, Answer::No]);
    }
}
