pub fn median(scores: Vec<u32>) -> Option<u32> {
    scores.sort_unstable();
    scores.get(scores.len() / 2).copied()
}

pub fn example() -> Option<u32> {
    median(vec![30, 10, 20])
}
