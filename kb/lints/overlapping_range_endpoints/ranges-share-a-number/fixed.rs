pub fn pulse(beats: u8) -> &'static str {
    match beats {
        0..=60 => "low",
        61..=100 => "normal",
        _ => "high",
    }
}
