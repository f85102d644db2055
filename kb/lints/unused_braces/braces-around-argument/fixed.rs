pub fn empty_queue(capacity: usize) -> Vec<String> {
    Vec::with_capacity(capacity)
}
