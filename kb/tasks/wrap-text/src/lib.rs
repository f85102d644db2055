//! Lines that are not too long.

/// Returns the words of `text` in lines of at most `width` characters.
///
/// A longer word has a line of its own.
pub fn fill(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut used = 0;
    for word in text.split_whitespace() {
        let length = word.chars().count();
        if !line.is_empty() && used + 1 + length > width {
            lines.push(std::mem::take(&mut line));
            used = 0;
        }
        if !line.is_empty() {
            line.push(' ');
            used += 1;
        }
        line.push_str(word);
        used += length;
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

/// Wraps every paragraph of `text`; blank lines part them and become single ones.
pub fn wrap(text: &str, width: usize) -> String {
    let mut paragraphs = vec![String::new()];
    for line in text.lines() {
        if line.trim().is_empty() {
            paragraphs.push(String::new());
        } else if let Some(paragraph) = paragraphs.last_mut() {
            paragraph.push_str(line);
            paragraph.push('\n');
        }
    }
    paragraphs.retain(|paragraph| !paragraph.is_empty());
    let wrapped = paragraphs
        .iter()
        .map(|paragraph| fill(paragraph, width).join("\n"));
    wrapped.collect::<Vec<_>>().join("\n\n")
}

/// Returns `text` as an entry of a list: `bullet` before it, and the lines below it indented.
pub fn list_item(bullet: &str, text: &str, width: usize) -> String {
    let indent = bullet.chars().count();
    let lines = fill(text, width.saturating_sub(indent));
    format!("{bullet}{}", lines.join(&format!("\n{:indent$}", "")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_filled() {
        assert_eq!(
            fill("the sea is wide and cold", 10),
            ["the sea is", "wide and", "cold"]
        );
        assert_eq!(fill("  one\n two\t", 80), ["one two"]);
        assert!(fill(" \n ", 10).is_empty());
    }

    #[test]
    fn long_words_stay_whole() {
        assert_eq!(
            fill("see https://example.org/long for more", 12),
            ["see", "https://example.org/long", "for more"]
        );
        assert_eq!(fill("a b", 0), ["a", "b"]);
    }

    #[test]
    fn accents_take_one_column() {
        assert_eq!(fill("éé éé éé", 5), ["éé éé", "éé"]);
    }

    #[test]
    fn paragraphs_are_kept_apart() {
        let text = "one two\nthree\n\n\n  four five six";
        assert_eq!(wrap(text, 9), "one two\nthree\n\nfour five\nsix");
        assert_eq!(wrap("", 10), "");
    }

    #[test]
    fn a_list_is_indented() {
        let item = list_item(" 1. ", "wash the dishes at once", 14);
        assert_eq!(item, " 1. wash the\n    dishes at\n    once");
    }
}
