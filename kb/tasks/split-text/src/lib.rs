//! Parts of a text, without copying it.

/// Returns name and value of a header such as `Accept: text/html`, both trimmed.
pub fn header(line: &str) -> Option<(&str, &str)> {
    let (name, value) = line.split_once(':')?;
    let name = name.trim_end();
    (!name.is_empty()).then(|| (name, value.trim()))
}

/// Returns the parts of a path in a URL; doubled and outer slashes count for nothing.
pub fn segments(path: &str) -> Vec<&str> {
    path.split('/').filter(|part| !part.is_empty()).collect()
}

/// Returns level, module and message of a log line such as `WARN net: no route: retrying`.
pub fn log_line(line: &str) -> Option<(&str, &str, &str)> {
    let (level, rest) = line.split_once(' ')?;
    // only the first colon parts: the message may hold others
    let (module, message) = rest.split_once(": ")?;
    Some((level, module, message))
}

/// Returns the tags in a list parted by commas, semicolons or blanks.
pub fn tags(list: &str) -> Vec<&str> {
    let is_separator = |c: char| matches!(c, ',' | ';') || c.is_whitespace();
    list.split(is_separator)
        .filter(|tag| !tag.is_empty())
        .collect()
}

/// Returns the words of a line; double quotes hold together what has blanks in it.
///
/// It is None where a quote is not closed.
pub fn split_quoted(line: &str) -> Option<Vec<&str>> {
    let mut words = Vec::new();
    let mut rest = line.trim_start();
    while !rest.is_empty() {
        let (word, after) = match rest.strip_prefix('"') {
            Some(quoted) => quoted.split_once('"')?,
            None => rest.split_at(rest.find(char::is_whitespace).unwrap_or(rest.len())),
        };
        words.push(word);
        rest = after.trim_start();
    }
    Some(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_first_separator_counts() {
        assert_eq!(header("Host: a:80"), Some(("Host", "a:80")));
        assert_eq!(header("Empty:"), Some(("Empty", "")));
        assert_eq!(header(": x"), None);
        assert_eq!(header("no colon"), None);
        let line = "WARN net: no route: retrying";
        assert_eq!(log_line(line), Some(("WARN", "net", "no route: retrying")));
    }

    #[test]
    fn empty_parts_are_left_out() {
        assert_eq!(segments("//blog/2024/"), ["blog", "2024"]);
        assert!(segments("").is_empty());
        assert_eq!(
            tags("red, green;;blue  red"),
            ["red", "green", "blue", "red"]
        );
        // the method itself keeps them
        assert_eq!("".split(',').count(), 1);
        assert_eq!("a,,b,".split(',').collect::<Vec<_>>(), ["a", "", "b", ""]);
        assert_eq!("a,b,".split_terminator(',').collect::<Vec<_>>(), ["a", "b"]);
    }

    #[test]
    fn quotes_hold_words_together() {
        let words = split_quoted(r#" copy "my file.txt"  "" backup"#);
        assert_eq!(words, Some(vec!["copy", "my file.txt", "", "backup"]));
        assert_eq!(split_quoted("copy \"open"), None);
        assert_eq!(split_quoted("  "), Some(vec![]));
    }

    #[test]
    fn letters_of_several_bytes_are_safe() {
        assert_eq!(split_quoted("größe \"ä ö\""), Some(vec!["größe", "ä ö"]));
    }
}
