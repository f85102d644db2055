pub fn import(rows: &str, limit: usize) -> Vec<(String, u32)> {
    let mut found = Vec::new();
    for (name, amount) in rows.lines().filter_map(|row| row.split_once(',')) {
        if found.len() == limit {
            break;
        }
        found.push((name.to_string(), amount.parse().unwrap_or(0)));
    }
    found
}
