//! Articles in, pages out.

use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// A text with its head.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Article {
    /// The name of the file without `.txt`.
    pub name: String,
    /// From the line `title: …`.
    pub title: String,
    /// From the line `date: …`, as year-month-day.
    pub date: String,
    /// Separated by blank lines.
    pub paragraphs: Vec<String>,
}

/// Why there is no site; it names the file.
#[derive(Debug)]
pub enum SiteError {
    /// A file or folder cannot be read or written.
    Io(PathBuf, io::Error),
    /// The article lacks this line at its beginning.
    Missing(String, &'static str),
}

impl fmt::Display for SiteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Io(path, error) => write!(f, "{}: {error}", path.display()),
            Self::Missing(name, key) => write!(f, "{name}.txt lacks a line \"{key}: …\""),
        }
    }
}

impl std::error::Error for SiteError {}

impl Article {
    /// Read an article's text.
    pub fn parse(name: &str, text: &str) -> Result<Self, SiteError> {
        let text = text.replace("\r\n", "\n");
        let (head, body) = text.split_once("\n\n").unwrap_or((&text, ""));
        let field = |key: &'static str| {
            head.lines()
                .filter_map(|line| line.split_once(':'))
                .find(|(found, _)| found.trim() == key)
                .map(|(_, value)| value.trim().to_owned())
                .filter(|value| !value.is_empty())
                .ok_or_else(|| SiteError::Missing(name.to_owned(), key))
        };
        Ok(Self {
            name: name.to_owned(),
            title: field("title")?,
            date: field("date")?,
            paragraphs: body
                .split("\n\n")
                .map(|paragraph| paragraph.trim().to_owned())
                .filter(|paragraph| !paragraph.is_empty())
                .collect(),
        })
    }

    /// Its page.
    pub fn page(&self) -> String {
        let paragraphs: String = self
            .paragraphs
            .iter()
            .map(|text| format!("<p>{}</p>\n", escape(text)))
            .collect();
        frame(
            &self.title,
            &format!("<p><time>{}</time></p>\n{paragraphs}", escape(&self.date)),
        )
    }
}

/// The page with links to all articles, the newest first.
pub fn index(articles: &[Article]) -> String {
    let mut sorted: Vec<&Article> = articles.iter().collect();
    sorted.sort_by(|a, b| b.date.cmp(&a.date).then_with(|| a.name.cmp(&b.name)));
    let links: String = sorted
        .iter()
        .map(|article| {
            let (name, title) = (&article.name, escape(&article.title));
            format!(
                "<li><a href=\"{name}.html\">{title}</a> {}</li>\n",
                escape(&article.date)
            )
        })
        .collect();
    frame("Articles", &format!("<ul>\n{links}</ul>\n"))
}

/// Make the pages of all `.txt` files in `from`, and write them to `to`. Returns how many articles there are.
///
/// Files whose names are not of letters, digits, `-` and `_` are left out. Nothing is written if an article is faulty.
pub fn build(from: &Path, to: &Path) -> Result<usize, SiteError> {
    let at = |path: &Path| {
        let path = path.to_owned();
        move |error| SiteError::Io(path, error)
    };
    let mut articles = Vec::new();
    for entry in fs::read_dir(from).map_err(at(from))? {
        let path = entry.map_err(at(from))?.path();
        let name = path
            .file_stem()
            .and_then(|name| name.to_str())
            .unwrap_or_default();
        let plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
        let is_text = path.extension().is_some_and(|extension| extension == "txt");
        if is_text && !name.is_empty() && name.chars().all(plain) && name != "index" {
            let text = fs::read_to_string(&path).map_err(at(&path))?;
            articles.push(Article::parse(name, &text)?);
        }
    }
    fs::create_dir_all(to).map_err(at(to))?;
    let pages = articles
        .iter()
        .map(|article| (article.name.as_str(), article.page()));
    for (name, page) in pages.chain([("index", index(&articles))]) {
        let path = to.join(format!("{name}.html"));
        fs::write(&path, page).map_err(at(&path))?;
    }
    Ok(articles.len())
}

fn frame(title: &str, body: &str) -> String {
    let title = escape(title);
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n\
         <title>{title}</title>\n<h1>{title}</h1>\n{body}</html>\n"
    )
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_article_and_its_page() {
        let text = "title: Tea & milk\r\ndate: 2024-05-01\r\n\r\nFirst.\r\n\r\n\r\n1 < 2\r\n";
        let article = Article::parse("tea", text).expect("complete");
        assert_eq!(article.paragraphs, ["First.", "1 < 2"]);
        let page = article.page();
        assert!(page.contains("<title>Tea &amp; milk</title>"), "{page}");
        assert!(page.contains("<p>1 &lt; 2</p>"), "{page}");
    }

    #[test]
    fn a_site_of_two_articles() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let (from, to) = (folder.path().join("texts"), folder.path().join("site/new"));
        fs::create_dir(&from).expect("writable");
        for (name, text) in [
            ("old.txt", "title: Old\ndate: 2023-12-31\n\nx"),
            ("new.txt", "date: 2024-01-01\ntitle: New: better"),
            ("notes.md", "no article"),
            ("a b.txt", "no plain name"),
        ] {
            fs::write(from.join(name), text).expect("writable");
        }
        assert_eq!(build(&from, &to).expect("complete"), 2);
        let index = fs::read_to_string(to.join("index.html")).expect("written");
        let places = ["New: better", "Old"].map(|title| index.find(title).expect("linked"));
        assert!(places.is_sorted());
        assert!(to.join("old.html").exists());
        assert_eq!(fs::read_dir(&to).expect("written").count(), 3);
    }

    #[test]
    fn a_faulty_article_writes_nothing() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let to = folder.path().join("site");
        fs::write(folder.path().join("bad.txt"), "title: x\n\ntext").expect("writable");
        let error = build(folder.path(), &to).expect_err("no date");
        assert_eq!(error.to_string(), "bad.txt lacks a line \"date: …\"");
        assert!(!to.exists());
    }

    #[test]
    fn no_folder() {
        let error = build(Path::new("no/such/folder"), Path::new("out")).expect_err("not there");
        assert!(error.to_string().starts_with("no/such/folder: "), "{error}");
    }
}
