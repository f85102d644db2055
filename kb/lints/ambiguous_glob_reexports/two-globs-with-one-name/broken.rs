mod json {
    pub fn parse(text: &str) -> usize {
        text.matches('{').count()
    }

    pub fn minify(text: &str) -> String {
        text.split_whitespace().collect()
    }
}

mod csv {
    pub fn parse(text: &str) -> usize {
        text.lines().count()
    }
}

pub use csv::*;
pub use json::*;
