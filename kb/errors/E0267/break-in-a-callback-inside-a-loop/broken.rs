pub fn drain(mut batches: Vec<Vec<u32>>, stop: u32) -> usize {
    let mut handled = 0;
    while let Some(batch) = batches.pop() {
        batch.iter().for_each(|job| {
            if *job == stop {
                break;
            }
            handled += 1;
        });
    }
    handled
}
