pub struct Cell {
    pub text: String,
    pub bold: bool,
}

pub fn count_cell(count: usize) -> Cell {
    Cell {
        text: count.to_string(),
        bold: count > 100,
    }
}
