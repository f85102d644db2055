pub fn empty_day() -> Vec<u32> {
    let slots = 24;
    let visitors = [0; slots];
    visitors.to_vec()
}
