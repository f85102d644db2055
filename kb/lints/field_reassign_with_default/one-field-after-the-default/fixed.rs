#[derive(Default)]
pub struct Query {
    pub limit: usize,
    pub table: String,
    pub newest_first: bool,
}

pub fn short_list() -> Query {
    Query {
        limit: 50,
        ..Default::default()
    }
}
