pub enum Cell {
    Number(i64),
    Text(String),
}

pub fn row(label: &str) -> Vec<Cell> {
    vec![Cell::Text(label.to_string()), 5]
}
