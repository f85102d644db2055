pub fn grade(points: u32) -> char {
    if points >= 90 {
        'A'
    } elif points >= 70 {
        'B'
    } else {
        'C'
    }
}
