pub fn first_error(lines: &[String]) -> Option<&String> {
    for line in lines {
        if line.contains("ERROR") {
            return Some(line);
        }
    }
    None
}
