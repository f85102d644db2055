pub fn drain(mut batches: Vec<Vec<u32>>, stop: u32) -> usize {
    let mut handled = 0;
    while let Some(batch) = batches.pop() {
        handled += batch.iter().take_while(|job| **job != stop).count();
        if batch.contains(&stop) {
            break;
        }
    }
    handled
}
