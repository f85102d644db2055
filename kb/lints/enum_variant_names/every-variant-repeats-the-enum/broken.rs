enum Shape {
    ShapeCircle,
    ShapeSquare,
    ShapeLine,
}

fn sides(shape: &Shape) -> u32 {
    match shape {
        Shape::ShapeCircle => 0,
        Shape::ShapeSquare => 4,
        Shape::ShapeLine => 1,
    }
}

fn main() {
    for shape in [Shape::ShapeCircle, Shape::ShapeSquare, Shape::ShapeLine] {
        println!("{}", sides(&shape));
    }
}
