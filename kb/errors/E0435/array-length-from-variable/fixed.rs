pub fn zeroed(len: usize) -> Vec<u8> {
    vec![0u8; len]
}
