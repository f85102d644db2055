pub fn top_scores(mut scores: Vec<u32>) -> impl Iterator<Item = u32> {
    scores.sort_unstable_by(|a, b| b.cmp(a));
    scores.iter().copied().take(3)
}

pub fn example() -> u32 {
    top_scores(vec![3, 9, 4, 7]).sum()
}
