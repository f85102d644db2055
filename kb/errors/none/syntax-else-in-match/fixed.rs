pub fn priority(label: &str) -> u8 {
    match label {
        "urgent" => 3,
        "normal" => 2,
        _ => 1,
    }
}
