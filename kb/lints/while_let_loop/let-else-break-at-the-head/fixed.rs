pub fn settings(text: &str) -> Vec<(&str, &str)> {
    let mut lines = text.lines();
    let mut found = Vec::new();
    while let Some((name, value)) = lines.next().and_then(|line| line.split_once('=')) {
        found.push((name.trim(), value.trim()));
    }
    found
}
