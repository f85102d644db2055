pub fn next(mut level: u8) -> u8 {
    match level {
        0..=9 => level += 1,
        _ => level = 0,
    }
    level
}
