pub fn failed_logins(lines: &[&str]) -> Vec<String> {
    lines
        .iter()
        .filter_map(|line| line.strip_prefix("login failed: "))
        .map(String::from)
        .collect()
}
