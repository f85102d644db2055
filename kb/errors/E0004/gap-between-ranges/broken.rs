pub fn grade(points: u8) -> char {
    match points {
        0..60 => 'F',
        61..80 => 'C',
        80..=u8::MAX => 'A',
    }
}
