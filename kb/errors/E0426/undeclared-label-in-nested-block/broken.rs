pub fn clean_lines(log: &str, forbidden: &[&str]) -> Vec<String> {
    let mut kept = Vec::new();
    for line in log.lines() {
        let line = line.trim();
        for word in forbidden {
            if line.contains(word) {
                continue 'lines;
            }
        }
        kept.push(line.to_string());
    }
    kept
}
