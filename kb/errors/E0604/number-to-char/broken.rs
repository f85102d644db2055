pub fn decode(code_points: &[u32]) -> String {
    let mut text = String::new();
    for &code in code_points {
        let letter = code as char;
        text.push(letter);
    }
    text
}
