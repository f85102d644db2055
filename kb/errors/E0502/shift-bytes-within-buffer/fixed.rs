pub fn consume(buffer: &mut [u8], used: usize) -> usize {
    let rest = buffer.len() - used;
    buffer.copy_within(used.., 0);
    rest
}
