pub struct Cell {
    pub text: String,
    pub bold: bool,
}

pub fn count_cell(count: usize) -> Cell {
    Cell {
        text: format!("{count:>4} pcs"),
        bold: count > 100,
    }
}
