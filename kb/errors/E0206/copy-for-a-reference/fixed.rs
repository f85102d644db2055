#[derive(Clone)]
pub struct Point {
    pub x: i32,
    pub y: i32,
}

impl Copy for Point {}

pub fn mirrored(point: &Point) -> Point {
    Point {
        x: -point.x,
        y: point.y,
    }
}
