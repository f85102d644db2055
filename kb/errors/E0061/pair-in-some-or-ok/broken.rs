pub fn min_max(samples: &[i32]) -> Option<(i32, i32)> {
    let mut low = *samples.first()?;
    let mut high = low;
    for &sample in samples {
        low = low.min(sample);
        high = high.max(sample);
    }
    Some(low, high)
}
