#[derive(Default)]
pub struct Query {
    pub text: String,
    pub limit: Option<usize>,
    pub fuzzy: bool,
    pub language: Option<String>,
}

pub fn search(query: &Query) -> usize {
    query.text.len() + query.limit.unwrap_or(0)
}

pub fn quick_search(text: String) -> usize {
    search(&Query { text })
}
