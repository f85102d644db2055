#[derive(PartialEq)]
pub struct Point {
    pub x: i32,
    pub y: i32,
}

impl Point {
    pub const ORIGIN: Point = Point { x: 0, y: 0 };
}

pub fn describe(point: &Point) -> &'static str {
    if *point == Point::ORIGIN {
        "origin"
    } else {
        "elsewhere"
    }
}
