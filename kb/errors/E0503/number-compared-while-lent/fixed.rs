pub fn reserve(mut free: u32, wanted: u32) -> u32 {
    if free >= wanted {
        free -= wanted;
    }
    free
}
