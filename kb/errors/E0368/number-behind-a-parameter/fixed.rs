pub fn record(hits: &mut u32, found: bool) {
    if found {
        *hits += 1;
    }
}
