pub fn labels(prefix: String, ids: &[u32]) -> Vec<String> {
    ids.iter().map(|id| format!("{prefix}{id}")).collect()
}
