//! Headings, paragraphs, lists, bold, code and links.

/// The HTML of a text.
pub fn to_html(text: &str) -> String {
    let mut html = String::new();
    let mut lines = text.lines().map(str::trim_end).peekable();
    while let Some(line) = lines.next() {
        if line.trim().is_empty() {
            continue;
        }
        if let Some((level, title)) = heading(line) {
            html += &format!("<h{level}>{}</h{level}>\n", inline(title));
        } else if let Some(item) = item(line) {
            html += "<ul>\n";
            html += &format!("<li>{}</li>\n", inline(item));
            while let Some(next) = lines.peek().and_then(|line| self::item(line)) {
                html += &format!("<li>{}</li>\n", inline(next));
                lines.next();
            }
            html += "</ul>\n";
        } else {
            // A paragraph goes on until something else begins.
            let mut paragraph = line.trim_start().to_owned();
            while let Some(next) = lines.next_if(|next| {
                !next.trim().is_empty() && heading(next).is_none() && item(next).is_none()
            }) {
                paragraph.push(' ');
                paragraph += next.trim_start();
            }
            html += &format!("<p>{}</p>\n", inline(&paragraph));
        }
    }
    html
}

/// `## title`: one to six signs and a blank.
fn heading(line: &str) -> Option<(usize, &str)> {
    let title = line.trim_start_matches('#');
    let level = line.len() - title.len();
    let title = title.strip_prefix(' ')?;
    (1..=6).contains(&level).then(|| (level, title.trim()))
}

fn item(line: &str) -> Option<&str> {
    line.strip_prefix("- ")
        .or_else(|| line.strip_prefix("* "))
        .map(str::trim)
}

/// The signs within a block.
fn inline(text: &str) -> String {
    let mut html = String::new();
    let mut rest = text;
    while let Some(start) = rest.find(['*', '`', '[']) {
        html += &escape(&rest[..start]);
        rest = &rest[start..];
        if let Some((code, after)) = between(rest, "`", "`") {
            html += &format!("<code>{}</code>", escape(code));
            rest = after;
        } else if let Some((bold, after)) = between(rest, "**", "**") {
            html += &format!("<strong>{}</strong>", inline(bold));
            rest = after;
        } else if let Some((label, after)) = between(rest, "[", "](")
            && let Some((address, after)) = after.split_once(')')
            && is_safe(address)
        {
            html += &format!("<a href=\"{}\">{}</a>", escape(address), escape(label));
            rest = after;
        } else {
            // Only a sign: all three are one byte long.
            html += &rest[..1];
            rest = &rest[1..];
        }
    }
    html + &escape(rest)
}

/// What stands between two marks at the beginning of a text, if that is anything, and what follows.
fn between<'a>(text: &'a str, open: &str, close: &str) -> Option<(&'a str, &'a str)> {
    let (inside, after) = text.strip_prefix(open)?.split_once(close)?;
    (!inside.is_empty()).then_some((inside, after))
}

/// A link must not run a script.
fn is_safe(address: &str) -> bool {
    let lower = address.to_ascii_lowercase();
    ["http://", "https://", "mailto:", "#", "./"]
        .iter()
        .any(|start| lower.starts_with(start))
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks() {
        let text = "# Title\nfirst line\n  second line\n\n- one\n* two\n## Part\nend";
        assert_eq!(
            to_html(text),
            "<h1>Title</h1>\n<p>first line second line</p>\n\
             <ul>\n<li>one</li>\n<li>two</li>\n</ul>\n<h2>Part</h2>\n<p>end</p>\n"
        );
    }

    #[test]
    fn signs_within_a_line() {
        for (text, html) in [
            ("a **b `c`** d", "a <strong>b <code>c</code></strong> d"),
            ("`**not bold**`", "<code>**not bold**</code>"),
            (
                "[x](https://e.org/?a&b)",
                "<a href=\"https://e.org/?a&amp;b\">x</a>",
            ),
        ] {
            assert_eq!(inline(text), html);
        }
    }

    #[test]
    fn what_is_not_closed_stays() {
        for text in ["2 * 3", "**open", "a ` b", "[x]", "[x](y", "**", "````"] {
            assert_eq!(inline(text), text);
        }
    }

    #[test]
    fn nothing_gets_through_unescaped() {
        assert_eq!(
            to_html("<b> & \"q\""),
            "<p>&lt;b&gt; &amp; &quot;q&quot;</p>\n"
        );
        assert_eq!(
            inline("`<i>` **<u>**"),
            "<code>&lt;i&gt;</code> <strong>&lt;u&gt;</strong>"
        );
        assert_eq!(
            inline("[x](javascript:alert(1))"),
            "[x](javascript:alert(1))"
        );
    }

    #[test]
    fn no_heading_without_a_blank_or_with_seven_signs() {
        assert_eq!(to_html("#tag"), "<p>#tag</p>\n");
        assert_eq!(to_html("####### x"), "<p>####### x</p>\n");
        assert_eq!(to_html("\n \n"), "");
    }
}
