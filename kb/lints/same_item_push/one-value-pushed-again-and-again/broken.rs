pub fn empty_board(cells: usize) -> Vec<char> {
    let mut board = Vec::new();
    for _ in 0..cells {
        board.push('.');
    }
    board
}
