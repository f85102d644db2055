pub fn log(lines: &mut Vec<String>, line: &str) -> () {
    lines.push(line.to_string());
}
