pub extern "aapcs" fn checksum(first: u32, second: u32) -> u32 {
    first.rotate_left(7) ^ second
}
