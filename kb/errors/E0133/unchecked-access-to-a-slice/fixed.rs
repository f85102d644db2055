pub fn peak(levels: &[u16]) -> u16 {
    let mut highest = 0;
    for index in 0..levels.len() {
        let level = levels[index];
        highest = highest.max(level);
    }
    highest
}
