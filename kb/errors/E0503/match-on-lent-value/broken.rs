pub fn next(mut level: u8) -> u8 {
    let current = &mut level;
    match level {
        0..=9 => *current += 1,
        _ => *current = 0,
    }
    level
}
