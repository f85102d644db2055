pub fn checksum_of_last_block(message: &[u8]) -> u32 {
    let mut length = 0;
    for chunk in message.chunks(16) {
        length += chunk.len() as u32;
    }
    let sum: u32 = chunk.iter().map(|byte| u32::from(*byte)).sum();
    sum + length
}
