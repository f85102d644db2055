mod slug {
    pub fn slugify(title: &str) -> String {
        title.to_lowercase().replace(' ', "-")
    }
}

use slug::to_slug;

pub fn article_path(title: &str) -> String {
    format!("/articles/{}", to_slug(title))
}
