pub mod render {
    pub struct Article(pub String);

    pub trait ToHtml {
        fn to_html(&self) -> String;
    }

    impl ToHtml for Article {
        fn to_html(&self) -> String {
            format!("<p>{}</p>", self.0)
        }
    }
}

pub mod site {
    use crate::render::{Article, ToHtml};

    pub fn page(articles: &[Article]) -> String {
        articles.iter().map(|article| article.to_html()).collect()
    }
}
