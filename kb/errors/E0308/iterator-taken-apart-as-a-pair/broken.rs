pub fn setting(line: &str) -> Option<(&str, &str)> {
    let (name, value) = line.split('=');
    Some((name.trim(), value.trim()))
}
