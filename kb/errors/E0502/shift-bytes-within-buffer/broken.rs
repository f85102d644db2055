pub fn consume(buffer: &mut [u8], used: usize) -> usize {
    let rest = buffer.len() - used;
    buffer[..rest].copy_from_slice(&buffer[used..]);
    rest
}
