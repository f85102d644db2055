pub fn import(rows: &str, limit: usize) -> Vec<(String, u32)> {
    let mut found = Vec::new();
    rows.lines()
        .filter_map(|row| row.split_once(','))
        .for_each(|(name, amount)| {
            if found.len() == limit {
                break;
            }
            found.push((name.to_string(), amount.parse().unwrap_or(0)));
        });
    found
}
