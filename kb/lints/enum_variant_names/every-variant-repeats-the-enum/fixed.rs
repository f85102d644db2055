enum Shape {
    Circle,
    Square,
    Line,
}

fn sides(shape: &Shape) -> u32 {
    match shape {
        Shape::Circle => 0,
        Shape::Square => 4,
        Shape::Line => 1,
    }
}

fn main() {
    for shape in [Shape::Circle, Shape::Square, Shape::Line] {
        println!("{}", sides(&shape));
    }
}
