pub fn labels(prefix: String, ids: &[u32]) -> Vec<String> {
    ids.iter()
        .map(|id| {
            let number = id.to_string();
            prefix + &number
        })
        .collect()
}
