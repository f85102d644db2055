pub fn decode(code_points: &[u32]) -> String {
    let mut text = String::new();
    for &code in code_points {
        text.push(char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER));
    }
    text
}
