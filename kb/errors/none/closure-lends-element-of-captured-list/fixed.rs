fn add<'a>(lines: &'a mut Vec<String>, text: &str) -> &'a mut String {
    let end = lines.len();
    lines.push(text.to_string());
    &mut lines[end]
}

fn main() {
    let mut lines: Vec<String> = Vec::new();
    add(&mut lines, "total").push(':');
    println!("{lines:?}");
}
