use std::fmt::Display;

pub fn csv_row<T: Display>(cells: &[T]) -> String {
    let mut row = String::new();
    for (i, cell) in cells.iter().enumerate() {
        if i > 0 {
            row.push(',');
        }
        row.push_str(&cell.to_string());
    }
    row
}
