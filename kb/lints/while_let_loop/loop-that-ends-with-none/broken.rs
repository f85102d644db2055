pub fn drain(queue: &mut Vec<String>) -> usize {
    let mut bytes = 0;
    loop {
        let line = match queue.pop() {
            Some(line) => line,
            None => break,
        };
        bytes += line.len();
    }
    bytes
}
