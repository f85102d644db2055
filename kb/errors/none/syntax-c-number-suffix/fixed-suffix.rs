pub fn timeout_seconds() -> u64 {
    30u64
}
