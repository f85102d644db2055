fn fill(buffer: &mut Vec<u8>, value: u8) {
    for byte in buffer.iter_mut() {
        *byte = value;
    }
}

pub fn blank_page(size: usize) -> Vec<u8> {
    let mut buffer = vec![0; size];
    fill(&buffer, b' ');
    buffer
}
