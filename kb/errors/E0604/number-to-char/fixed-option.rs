pub fn decode(code_points: &[u32]) -> Option<String> {
    let mut text = String::new();
    for &code in code_points {
        text.push(char::from_u32(code)?);
    }
    Some(text)
}
