fn main() {
    let mut lines: Vec<String> = Vec::new();
    let mut add = |text: &str| {
        let end = lines.len();
        lines.push(text.to_string());
        &mut lines[end]
    };
    add("total").push(':');
    println!("{lines:?}");
}
