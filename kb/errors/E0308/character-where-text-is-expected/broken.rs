pub fn csv_line(cells: &[String]) -> String {
    cells.join(',')
}
