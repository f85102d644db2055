pub fn csv_line(cells: &[&str]) -> String {
    let mut line = String::new();
    for cell in cells {
        line.push_str(cell);
        line.push(',');
    }
    line
}
