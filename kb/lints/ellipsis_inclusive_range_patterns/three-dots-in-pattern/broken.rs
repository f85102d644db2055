pub fn grade(points: u32) -> char {
    match points {
        0...49 => 'F',
        50...79 => 'C',
        _ => 'A',
    }
}
