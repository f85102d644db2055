pub fn record_length(header: [u8; 4]) -> u64 {
    u64::from(u32::from_le_bytes(header))
}
