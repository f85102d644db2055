struct Position {
    x: f64,
    y: f64,
}

fn distance(a: &Position, b: &Position) -> f64 {
    (a.x - b.x).hypot(a.y - b.y)
}

fn main() {
    let start = Position { x: 0.0, y: 0.0 };
    let shop = Position { x: 3.0, y: 4.0 };
    let home = Position { x: 6.0, y: 8.0 };
    println!("{}", distance(&start, &shop));
    println!("{}", distance(&start, &home));
}
