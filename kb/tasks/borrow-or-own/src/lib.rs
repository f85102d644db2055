//! Texts that are copied only if they must be.

use std::borrow::Cow;

/// Returns `text` with what HTML takes for its own written otherwise.
pub fn escape(text: &str) -> Cow<'_, str> {
    let Some(first) = text.find(['&', '<', '>', '"']) else {
        return Cow::Borrowed(text);
    };
    let mut escaped = String::with_capacity(text.len() + 8);
    escaped.push_str(&text[..first]);
    for letter in text[first..].chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            _ => escaped.push(letter),
        }
    }
    Cow::Owned(escaped)
}

/// Returns `text` in the way it is stored: trimmed, line ends of one kind, one at the end.
///
/// The steps hand on what they got, so a text that is fine is never copied.
pub fn normalise(text: &str) -> Cow<'_, str> {
    let mut text = Cow::Borrowed(text.trim_start());
    if text.contains('\r') {
        text = Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n"));
    }
    let kept = text.trim_end().len();
    let ends_well = kept == 0 && text.is_empty() || text[kept..] == *"\n";
    if !ends_well {
        let text = text.to_mut();
        text.truncate(kept);
        if kept > 0 {
            text.push('\n');
        }
    }
    text
}

/// A message whose words are known at compile time or put together at run time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message(Cow<'static, str>);

impl Message {
    /// Keeps a constant as it is and takes over a `String`.
    pub fn new(text: impl Into<Cow<'static, str>>) -> Self {
        Self(text.into())
    }

    /// Returns the words.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Makes all values positive, copying the slice only if one is not.
pub fn absolute(values: &[i64]) -> Cow<'_, [i64]> {
    let mut values = Cow::Borrowed(values);
    for index in 0..values.len() {
        if values[index] < 0 {
            // the first time this copies
            let value = &mut values.to_mut()[index];
            *value = value.saturating_abs();
        }
    }
    values
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_borrowed<T: ToOwned + ?Sized>(value: Cow<'_, T>) -> bool {
        matches!(value, Cow::Borrowed(_))
    }

    #[test]
    fn only_what_needs_it_is_copied() {
        assert!(is_borrowed(escape("plain text, größer")));
        assert_eq!(escape("ä < b & \"c\""), "ä &lt; b &amp; &quot;c&quot;");
        assert_eq!(escape("&lt;"), "&amp;lt;");
    }

    #[test]
    fn a_good_text_goes_through_untouched() {
        assert!(is_borrowed(normalise("one\ntwo\n")));
        assert!(is_borrowed(normalise("  \n")) && is_borrowed(normalise("")));
        assert_eq!(normalise("  \n"), "");
        assert_eq!(normalise("  one\r\ntwo\rthree  \n\n"), "one\ntwo\nthree\n");
        assert_eq!(normalise("one"), "one\n");
    }

    #[test]
    fn a_field_takes_either() {
        let code = 7;
        let (fixed, made) = (
            Message::new("disk full"),
            Message::new(format!("error {code}")),
        );
        assert!(is_borrowed(fixed.0.clone()));
        assert_eq!((fixed.as_str(), made.as_str()), ("disk full", "error 7"));
    }

    #[test]
    fn slices_work_too() {
        assert!(is_borrowed(absolute(&[1, 2])));
        assert_eq!(*absolute(&[1, -2, i64::MIN]), [1, 2, i64::MAX]);
    }
}
