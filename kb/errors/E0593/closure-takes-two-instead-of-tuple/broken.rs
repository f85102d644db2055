pub fn numbered(names: &[&str]) -> Vec<String> {
    names
        .iter()
        .enumerate()
        .map(|i, name| format!("{}. {name}", i + 1))
        .collect()
}
