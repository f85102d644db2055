pub fn clear(flags: u32, mask: u32) -> u32 {
    flags & !mask
}
