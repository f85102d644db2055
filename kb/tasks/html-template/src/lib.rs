//! HTML that cannot contain text by mistake.

use std::fmt;

/// A piece of HTML.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Html(String);

impl Html {
    /// HTML that stands in the program's text, and is therefore trusted.
    pub fn literal(html: &'static str) -> Self {
        Self(html.to_owned())
    }

    /// Text of any origin; it will be shown as it is.
    pub fn text(text: &str) -> Self {
        let mut html = String::with_capacity(text.len());
        for c in text.chars() {
            match c {
                '&' => html.push_str("&amp;"),
                '<' => html.push_str("&lt;"),
                '>' => html.push_str("&gt;"),
                '"' => html.push_str("&quot;"),
                '\'' => html.push_str("&#39;"),
                _ => html.push(c),
            }
        }
        Self(html)
    }

    /// An element with attributes and content.
    ///
    /// The names are literals; the values are text.
    pub fn element(
        name: &'static str,
        attributes: &[(&'static str, &str)],
        content: impl IntoIterator<Item = Self>,
    ) -> Self {
        let mut html = format!("<{name}");
        for (attribute, value) in attributes {
            html += &format!(" {attribute}=\"{}\"", Self::text(value));
        }
        html.push('>');
        html.extend(content.into_iter().map(|part| part.0));
        html += &format!("</{name}>");
        Self(html)
    }

    /// A link, or just the text where the address is neither a web page nor within this site.
    pub fn link(address: &str, text: &str) -> Self {
        let lower = address.to_ascii_lowercase();
        let allowed = lower.starts_with("https://")
            || lower.starts_with("http://")
            || (lower.starts_with('/') && !lower.starts_with("//"));
        if allowed {
            Self::element("a", &[("href", address)], [Self::text(text)])
        } else {
            Self::text(text)
        }
    }
}

impl fmt::Display for Html {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A whole page.
pub fn page(title: &str, body: impl IntoIterator<Item = Html>) -> String {
    let head = [
        Html::literal("<meta charset=\"utf-8\">"),
        Html::element("title", &[], [Html::text(title)]),
    ];
    let parts = [
        Html::element("head", &[], head),
        Html::element("body", &[], body),
    ];
    format!(
        "<!doctype html>\n{}\n",
        Html::element("html", &[("lang", "en")], parts)
    )
}

/// A table of rows of text, with a head.
pub fn table(head: &[&str], rows: &[Vec<String>]) -> Html {
    let row = |cell: &'static str, texts: &mut dyn Iterator<Item = &str>| {
        Html::element(
            "tr",
            &[],
            texts.map(|text| Html::element(cell, &[], [Html::text(text)])),
        )
    };
    let mut lines = vec![row("th", &mut head.iter().copied())];
    lines.extend(
        rows.iter()
            .map(|texts| row("td", &mut texts.iter().map(String::as_str))),
    );
    Html::element("table", &[], lines)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_shown_as_it_is() {
        let html = Html::text("<script>alert('1 & \"2\"')</script>");
        assert_eq!(
            html.to_string(),
            "&lt;script&gt;alert(&#39;1 &amp; &quot;2&quot;&#39;)&lt;/script&gt;"
        );
        assert_eq!(Html::text("naïve 🦀").to_string(), "naïve 🦀");
    }

    #[test]
    fn an_attribute_cannot_be_left() {
        let html = Html::element("p", &[("title", "\" onclick=\"x")], []);
        assert_eq!(html.to_string(), "<p title=\"&quot; onclick=&quot;x\"></p>");
    }

    #[test]
    fn only_known_kinds_of_links() {
        let link = Html::link("https://example.org/?a=1&b=2", "A & B");
        assert_eq!(
            link.to_string(),
            "<a href=\"https://example.org/?a=1&amp;b=2\">A &amp; B</a>"
        );
        assert_eq!(
            Html::link("/about", "about").to_string(),
            "<a href=\"/about\">about</a>"
        );
        for bad in [
            "javascript:alert(1)",
            "JavaScript:x",
            "//evil.example",
            "data:text/html,x",
            "",
        ] {
            assert_eq!(Html::link(bad, "here"), Html::text("here"), "{bad}");
        }
    }

    #[test]
    fn a_page_with_a_table() {
        let rows = [vec!["<b>".to_owned(), "1".to_owned()]];
        let html = page("T & C", [table(&["name", "count"], &rows)]);
        assert_eq!(
            html,
            "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\
             <title>T &amp; C</title></head><body><table><tr><th>name</th><th>count</th></tr>\
             <tr><td>&lt;b&gt;</td><td>1</td></tr></table></body></html>\n"
        );
    }

    #[test]
    fn an_empty_table_has_its_head() {
        assert_eq!(table(&[], &[]).to_string(), "<table><tr></tr></table>");
    }
}
