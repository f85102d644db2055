pub fn drain(queue: &mut Vec<String>) -> usize {
    let mut bytes = 0;
    while let Some(line) = queue.pop() {
        bytes += line.len();
    }
    bytes
}
