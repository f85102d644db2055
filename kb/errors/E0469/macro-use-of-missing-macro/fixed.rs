pub fn zeros(count: usize) -> Vec<u8> {
    vec![0; count]
}
