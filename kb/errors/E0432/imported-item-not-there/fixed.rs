mod slug {
    pub fn slugify(title: &str) -> String {
        title.to_lowercase().replace(' ', "-")
    }
}

use slug::slugify;

pub fn article_path(title: &str) -> String {
    format!("/articles/{}", slugify(title))
}
