pub struct Point {
    pub x: f64,
    pub y: f64,
}

pub fn distance(from: &Point, to: &Point) -> f64 {
    let dx = to.x - from.x;
    let dy = to.y - from.y;
    (dx * dx + dy * dy).sqrt()
}
