fn checksum(data: &[u8]) -> u32 {
    data.iter().map(|byte| u32::from(*byte)).sum()
}

pub fn is_same(left: &[u8], right: &[u8]) -> bool {
    let checksum = checksum(left);
    checksum == checksum(right)
}
