pub fn empty_day() -> Vec<u32> {
    let slots = 24;
    vec![0; slots]
}
