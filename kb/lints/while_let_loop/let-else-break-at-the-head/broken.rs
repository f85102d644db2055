pub fn settings(text: &str) -> Vec<(&str, &str)> {
    let mut lines = text.lines();
    let mut found = Vec::new();
    loop {
        let Some((name, value)) = lines.next().and_then(|line| line.split_once('=')) else {
            break;
        };
        found.push((name.trim(), value.trim()));
    }
    found
}
