pub fn top_scores(raw: &[u32]) -> impl Iterator<Item = u32> {
    let mut scores = raw.to_vec();
    scores.sort_unstable_by(|a, b| b.cmp(a));
    scores.into_iter().take(3)
}

pub fn example() -> u32 {
    top_scores(&[3, 9, 4, 7]).sum()
}
