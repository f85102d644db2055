//! Shorter texts.

/// Returns the start of `text` that takes at most `limit` bytes, all of its characters whole.
pub fn within_bytes(text: &str, limit: usize) -> &str {
    &text[..text.floor_char_boundary(limit)]
}

/// Returns the first `limit` characters of `text`.
pub fn within_chars(text: &str, limit: usize) -> &str {
    match text.char_indices().nth(limit) {
        Some((end, _)) => &text[..end],
        None => text,
    }
}

/// Returns `text` as it is, or cut to at most `limit` characters with `…` as the last one.
///
/// It is cut between words unless that would take more than half of what there is room for.
pub fn shortened(text: &str, limit: usize) -> String {
    if text.chars().nth(limit).is_none() {
        return text.to_owned();
    }
    let Some(room) = limit.checked_sub(1) else {
        return String::new();
    };
    let start = within_chars(text, room);
    let ends_a_word = text[start.len()..].starts_with(char::is_whitespace);
    let cut = match start.rfind(char::is_whitespace) {
        Some(blank) if !ends_a_word && start[..blank].chars().count() * 2 >= room => {
            &start[..blank]
        }
        _ => start,
    };
    format!("{}…", cut.trim_end())
}

/// Returns `text` with its middle left out, so that start and end can still be seen.
pub fn without_middle(text: &str, limit: usize) -> String {
    let count = text.chars().count();
    if count <= limit {
        return text.to_owned();
    }
    let Some(room) = limit.checked_sub(1) else {
        return String::new();
    };
    let tail = room / 2;
    let end: String = text.chars().skip(count - tail).collect();
    format!("{}…{end}", within_chars(text, room - tail))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_character_is_broken() {
        assert_eq!(within_bytes("né", 1), "n");
        assert_eq!(within_bytes("né", 2), "n");
        assert_eq!(within_bytes("né", 3), "né");
        assert_eq!(within_bytes("🦀", 3), "");
        assert_eq!(within_bytes("abc", 99), "abc");
    }

    #[test]
    fn characters_are_counted() {
        assert_eq!(within_chars("größer", 3), "grö");
        assert_eq!(within_chars("größer", 6), "größer");
        assert_eq!(within_chars("größer", 0), "");
    }

    #[test]
    fn words_stay_whole_where_they_can() {
        assert_eq!(shortened("a walk in the park", 12), "a walk in…");
        assert_eq!(shortened("a walk in the park", 10), "a walk in…");
        assert_eq!(shortened("a incomprehensibility", 8), "a incom…");
        assert_eq!(shortened("short", 5), "short");
        assert_eq!(shortened("short", 1), "…");
        assert_eq!(shortened("short", 0), "");
    }

    #[test]
    fn it_is_never_longer_than_asked() {
        let text = "Größe und Weite des Weltalls, 🦀 inbegriffen";
        for limit in 0..60 {
            assert!(shortened(text, limit).chars().count() <= limit);
            assert!(without_middle(text, limit).chars().count() <= limit);
        }
    }

    #[test]
    fn both_ends_are_kept() {
        assert_eq!(
            without_middle("/home/ann/photos/beach.jpg", 13),
            "/home/…ch.jpg"
        );
        assert_eq!(without_middle("same", 4), "same");
        assert_eq!(without_middle("abcd", 2), "a…");
    }
}
