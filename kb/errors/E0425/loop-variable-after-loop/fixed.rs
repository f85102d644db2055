pub fn checksum_of_last_block(message: &[u8]) -> u32 {
    let mut length = 0;
    let mut last: &[u8] = &[];
    for chunk in message.chunks(16) {
        length += chunk.len() as u32;
        last = chunk;
    }
    let sum: u32 = last.iter().map(|byte| u32::from(*byte)).sum();
    sum + length
}
