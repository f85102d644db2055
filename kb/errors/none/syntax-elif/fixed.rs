pub fn grade(points: u32) -> char {
    if points >= 90 {
        'A'
    } else if points >= 70 {
        'B'
    } else {
        'C'
    }
}
