fn padded(length: usize) -> usize {
    (length + 7) / 8 * 8
}

pub const fn buffer_size(records: usize) -> usize {
    padded(records * 13)
}
