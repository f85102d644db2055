pub fn third(scores: &[u32]) -> Option<&u32> {
    scores.get(2)
}
