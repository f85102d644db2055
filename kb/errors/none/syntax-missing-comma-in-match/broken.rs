pub fn icon(level: u8) -> char {
    match level {
        0 => '·'
        1 => '!',
        _ => '‼',
    }
}
