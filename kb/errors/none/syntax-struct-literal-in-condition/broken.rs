#[derive(PartialEq)]
pub struct Point {
    pub x: i32,
    pub y: i32,
}

pub fn describe(point: &Point) -> &'static str {
    if *point == Point { x: 0, y: 0 } {
        "origin"
    } else {
        "elsewhere"
    }
}
