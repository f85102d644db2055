pub fn empty_day() -> Vec<u32> {
    const SLOTS: usize = 24;
    let visitors = [0; SLOTS];
    visitors.to_vec()
}
