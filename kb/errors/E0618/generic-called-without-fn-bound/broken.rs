pub fn twice<F>(change: F, value: u32) -> u32 {
    change(change(value))
}
