#[derive(Clone, Copy)]
pub struct Position {
    pub line: u32,
    pub column: u32,
}

pub struct Cursor<'a> {
    pub text: &'a mut String,
    pub position: Position,
}
