pub fn id_list(ids: &[u32]) -> String {
    ids.iter()
        .map(|id| id.to_string())
        .collect()
        .join(", ")
}

pub fn example() -> String {
    id_list(&[4, 8, 15])
}
