//! Parsers as functions, and a small language of colours made of them.

/// What a parser found, and the text that is left.
pub type Found<'a, T> = Option<(T, &'a str)>;

/// Reads a `T` from the beginning of a text.
pub trait Parser<'a, T>: Sized {
    /// Read it; `None` if the text does not begin like that.
    fn parse(&self, text: &'a str) -> Found<'a, T>;

    /// Change what was found.
    fn map<U>(self, change: impl Fn(T) -> U) -> impl Parser<'a, U> {
        move |text| self.parse(text).map(|(value, rest)| (change(value), rest))
    }

    /// Keep what was found only if `accept` makes something of it.
    fn filter_map<U>(self, accept: impl Fn(T) -> Option<U>) -> impl Parser<'a, U> {
        move |text| {
            let (value, rest) = self.parse(text)?;
            Some((accept(value)?, rest))
        }
    }

    /// This one and then another.
    fn then<U>(self, second: impl Parser<'a, U>) -> impl Parser<'a, (T, U)> {
        move |text| {
            let (first, rest) = self.parse(text)?;
            let (second, rest) = second.parse(rest)?;
            Some(((first, second), rest))
        }
    }

    /// This one, or else the other.
    fn or(self, other: impl Parser<'a, T>) -> impl Parser<'a, T> {
        move |text| self.parse(text).or_else(|| other.parse(text))
    }

    /// As many as there are, with a separator between them; maybe none.
    fn many<S>(self, separator: impl Parser<'a, S>) -> impl Parser<'a, Vec<T>> {
        move |text: &'a str| {
            let mut values = Vec::new();
            let mut rest = text;
            let mut next = self.parse(text);
            while let Some((value, after)) = next {
                // A parser that takes nothing would be found for ever.
                if after.len() == rest.len() {
                    break;
                }
                values.push(value);
                rest = after;
                // A separator counts only if a value follows.
                next = separator
                    .parse(rest)
                    .and_then(|(_, after)| self.parse(after));
            }
            Some((values, rest))
        }
    }
}

impl<'a, T, F: Fn(&'a str) -> Found<'a, T>> Parser<'a, T> for F {
    fn parse(&self, text: &'a str) -> Found<'a, T> {
        self(text)
    }
}

/// Exactly this text.
pub fn tag<'a>(expected: &'static str) -> impl Parser<'a, ()> {
    move |text: &'a str| Some(((), text.strip_prefix(expected)?))
}

/// The longest beginning of such characters, at least one.
pub fn chars<'a>(accept: impl Fn(char) -> bool) -> impl Parser<'a, &'a str> {
    move |text: &'a str| {
        let end = text.find(|c| !accept(c)).unwrap_or(text.len());
        (end > 0).then(|| text.split_at(end))
    }
}

/// Blanks, or none.
pub fn blanks<'a>() -> impl Parser<'a, ()> {
    |text: &'a str| Some(((), text.trim_start()))
}

/// A colour.
pub type Rgb = (u8, u8, u8);

/// Read a palette such as `sky = #87ceeb, ink = rgb(0, 0, 51)`. All of the text must fit.
pub fn palette(text: &str) -> Option<Vec<(&str, Rgb)>> {
    let equals = blanks().then(tag("=")).then(blanks());
    let entry = chars(|c| c.is_ascii_lowercase())
        .then(equals)
        .then(hex_color().or(rgb_color()))
        .map(|((name, _), color)| (name, color));
    let (entries, rest) = entry.many(comma()).parse(text.trim())?;
    rest.is_empty().then_some(entries)
}

fn comma<'a>() -> impl Parser<'a, ()> {
    blanks().then(tag(",")).then(blanks()).map(|_| ())
}

fn hex_color<'a>() -> impl Parser<'a, Rgb> {
    tag("#")
        .then(chars(|c| c.is_ascii_hexdigit()))
        .filter_map(|((), digits)| {
            if digits.len() != 6 {
                return None;
            }
            let [_, r, g, b] = u32::from_str_radix(digits, 16).ok()?.to_be_bytes();
            Some((r, g, b))
        })
}

fn rgb_color<'a>() -> impl Parser<'a, Rgb> {
    let number =
        || chars(|c| c.is_ascii_digit()).filter_map(|digits: &str| digits.parse::<u8>().ok());
    tag("rgb(")
        .then(number().many(comma()))
        .then(tag(")"))
        .filter_map(|(((), numbers), ())| match numbers[..] {
            [r, g, b] => Some((r, g, b)),
            _ => None,
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_palette_is_read() {
        let colors = palette("  sky = #87CEEB,ink=rgb(0, 0 ,51)  ").expect("valid");
        assert_eq!(colors, [("sky", (0x87, 0xce, 0xeb)), ("ink", (0, 0, 51))]);
        assert_eq!(palette(""), Some(vec![]));
    }

    #[test]
    fn what_does_not_fit_is_refused() {
        for text in [
            "sky",
            "sky = #87ce",
            "sky = #87ceebff",
            "sky = rgb(0, 0)",
            "sky = rgb(0, 0, 256)",
            "sky = #000000,",
            "sky = #000000 ink = #000000",
            "Sky = #000000",
        ] {
            assert_eq!(palette(text), None, "{text}");
        }
    }

    #[test]
    fn many_stops_before_a_separator_without_a_value() {
        let list = chars(|c| c == 'a').many(tag(","));
        assert_eq!(list.parse("a,aa,b"), Some((vec!["a", "aa"], ",b")));
        assert_eq!(list.parse("b"), Some((vec![], "b")));
    }

    #[test]
    fn many_of_nothing_ends() {
        let (values, rest) = blanks()
            .many(blanks())
            .parse("x")
            .expect("it always succeeds");
        assert_eq!((values.len(), rest), (0, "x"));
    }

    #[test]
    fn or_takes_the_first_that_fits() {
        let parser = tag("ab").map(|()| 1).or(tag("a").map(|()| 2));
        assert_eq!(parser.parse("abc"), Some((1, "c")));
        assert_eq!(parser.parse("ac"), Some((2, "c")));
        assert_eq!(parser.parse("c"), None);
    }
}
