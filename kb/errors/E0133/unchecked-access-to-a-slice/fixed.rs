pub fn left_peak(levels: &[u16]) -> u16 {
    let mut highest = 0;
    let mut index = 0;
    while index < levels.len() {
        let level = levels[index];
        highest = highest.max(level);
        index += 2;
    }
    highest
}
