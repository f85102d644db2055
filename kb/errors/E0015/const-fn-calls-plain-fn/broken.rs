fn padded(length: usize) -> usize {
    length + length % 2
}

pub const fn buffer_size(records: usize) -> usize {
    padded(records * 13)
}
