pub fn reserve(mut free: u32, wanted: u32) -> u32 {
    let slot = &mut free;
    if free >= wanted {
        *slot -= wanted;
    }
    free
}
