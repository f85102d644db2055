pub fn zeroed(len: usize) -> Vec<u8> {
    let buffer = [0u8; len];
    buffer.to_vec()
}
