pub fn twice<F: Fn(u32) -> u32>(change: F, value: u32) -> u32 {
    change(change(value))
}
