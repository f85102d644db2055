pub fn left_peak(levels: &[u16]) -> u16 {
    levels.iter().step_by(2).copied().max().unwrap_or(0)
}
