#[derive(Debug, Clone, PartialEq)]
pub struct Score {
    pub player: String,
    pub points: u32,
}

pub fn podium(scores: &[Score]) -> Vec<Score> {
    scores
        .iter()
        .filter(|score| score.points > 0)
        .take(3)
        .cloned()
        .collect()
}
