pub fn clean_lines(log: &str, forbidden: &[&str]) -> Vec<String> {
    let mut kept = Vec::new();
    for line in log.lines() {
        let line = line.trim();
        if !forbidden.iter().any(|word| line.contains(word)) {
            kept.push(line.to_string());
        }
    }
    kept
}
