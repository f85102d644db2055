fn save(lines: &mut Vec<String>, line: &str) {
    lines.push(line.to_string());
}

pub fn record(lines: &mut Vec<String>, line: &str) -> Result<(), String> {
    if line.is_empty() {
        return Err(String::from("empty line"));
    }
    Ok(save(lines, line))
}
