#[derive(Clone)]
pub struct Board {
    pub marks: [u8; 9],
}

pub fn with_mark(board: &Board, place: usize) -> Board {
    let mut next = board.clone();
    next.marks[place] = 1;
    next
}
