pub fn ranked(mut scores: Vec<u32>) -> Vec<u32> {
    scores.sort_unstable();
    scores
}
