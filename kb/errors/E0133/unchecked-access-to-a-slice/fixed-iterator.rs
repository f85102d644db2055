pub fn peak(levels: &[u16]) -> u16 {
    levels.iter().copied().max().unwrap_or(0)
}
