pub fn settings(text: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for line in text.lines() {
        let Some((key, value)) = line.split_once('=');
        found.push((key.trim().to_string(), value.trim().to_string()));
    }
    found
}
