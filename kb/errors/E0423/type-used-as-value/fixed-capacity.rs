pub fn wrap(words: &[&str], width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::with_capacity(width);
    for word in words {
        if line.len() + word.len() > width {
            lines.push(std::mem::take(&mut line));
        }
        line.push_str(word);
        line.push(' ');
    }
    lines.push(line);
    lines
}
