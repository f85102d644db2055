pub fn record_length(header: [u8; 4]) -> u64 {
    unsafe { std::mem::transmute(header) }
}
