#[derive(Clone, Copy)]
pub struct Position {
    pub x: f64,
    pub y: f64,
}

pub fn mirrored(position: &Position) -> Position {
    let mut other = position.clone();
    other.x = -other.x;
    other
}
