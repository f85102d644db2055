pub fn empty_board(cells: usize) -> Vec<char> {
    vec!['.'; cells]
}
