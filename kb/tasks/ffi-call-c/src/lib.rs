//! Some functions of the C library, made safe.

use std::ffi::{CStr, CString, NulError, c_char, c_int, c_long};

unsafe extern "C" {
    fn strlen(text: *const c_char) -> usize;
    fn strtol(text: *const c_char, end: *mut *mut c_char, base: c_int) -> c_long;
    // Nothing can go wrong for any number, so callers need no `unsafe`.
    safe fn toupper(character: c_int) -> c_int;
}

/// The number of bytes before the end of a C string.
pub fn length(text: &CStr) -> usize {
    // SAFETY: a `CStr` ends in a zero byte, and lives during the call.
    unsafe { strlen(text.as_ptr()) }
}

/// A number at the beginning of a text, and what follows it.
#[derive(Debug, PartialEq, Eq)]
pub struct Leading<'a> {
    /// The number; what does not fit became the largest or smallest possible one.
    pub number: c_long,
    /// The rest of the text.
    pub rest: &'a str,
}

/// Read the number at the beginning of a text, in base 2 to 36. `None` if there is none.
///
/// # Errors
///
/// If the text has a zero byte, behind which C would not look.
///
/// # Panics
///
/// If the base is not between 2 and 36.
pub fn leading_number(text: &str, base: u8) -> Result<Option<Leading<'_>>, NulError> {
    assert!((2..=36).contains(&base), "there is no base {base}");
    let c_text = CString::new(text)?;
    let start = c_text.as_ptr();
    let mut end = std::ptr::null_mut();
    // SAFETY: the text ends in a zero byte, and `end` is a valid place for a pointer.
    let number = unsafe { strtol(start, &raw mut end, c_int::from(base)) };
    // SAFETY: `strtol` sets `end` to a place within the text, or to its end.
    let used = unsafe { end.cast_const().offset_from(start) };
    let used = usize::try_from(used).expect("it does not go backwards");
    // What was read is ASCII, so the rest starts at a character.
    Ok((used > 0).then(|| Leading {
        number,
        rest: &text[used..],
    }))
}

/// An ASCII letter in upper case by C's rules; other characters stay as they are.
pub fn upper(letter: char) -> char {
    let Ok(byte) = u8::try_from(letter) else {
        return letter;
    };
    if !byte.is_ascii() {
        return letter;
    }
    u8::try_from(toupper(c_int::from(byte))).map_or(letter, char::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_in_bytes() {
        assert_eq!(length(c""), 0);
        assert_eq!(length(c"abc"), 3);
        assert_eq!(length(c"\xc3\xa9"), 2);
    }

    #[test]
    fn a_number_and_its_rest() {
        for (text, base, number, rest) in [
            ("42 apples", 10, 42, " apples"),
            ("-7", 10, -7, ""),
            ("ffé", 16, 255, "é"),
            ("102", 2, 2, "2"),
            ("  +1", 10, 1, ""),
        ] {
            let leading = leading_number(text, base).expect("no zero in it");
            assert_eq!(leading, Some(Leading { number, rest }), "{text}");
        }
    }

    #[test]
    fn no_number() {
        for text in ["", "apples", "-", "é1"] {
            assert_eq!(leading_number(text, 10), Ok(None), "{text}");
        }
    }

    #[test]
    fn too_large_a_number_becomes_the_largest() {
        let text = "9".repeat(40);
        let leading = leading_number(&text, 10)
            .expect("no zero in it")
            .expect("a number");
        assert_eq!(
            leading,
            Leading {
                number: c_long::MAX,
                rest: ""
            }
        );
    }

    #[test]
    fn a_zero_in_the_text_is_an_error() {
        let error = leading_number("1\0 2", 10).expect_err("a zero");
        assert_eq!(error.nul_position(), 1);
    }

    #[test]
    fn letters() {
        assert_eq!(upper('a'), 'A');
        assert_eq!(upper('Z'), 'Z');
        assert_eq!(upper('ß'), 'ß');
        assert_eq!(upper('🦀'), '🦀');
    }
}
