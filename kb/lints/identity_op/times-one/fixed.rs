pub fn offset(row: usize, column: usize, columns: usize) -> usize {
    row * columns + column
}
