#[derive(Default)]
pub struct Query {
    pub limit: usize,
    pub table: String,
    pub newest_first: bool,
}

pub fn short_list() -> Query {
    let mut query = Query::default();
    query.limit = 50;
    query
}
