pub fn stretch_key(key: u64, rounds: u32) -> u64 {
    let mut mixed = key;
    for round in rounds {
        mixed = mixed.rotate_left(round % 63) ^ 0x9e37_79b9;
    }
    mixed
}
