pub fn extremes(values: &[i64]) -> (i64, i64) {
    let (mut low, mut high) = (i64::MAX, i64::MIN);
    for &value in values {
        low = low.min(value);
        high = high.max(value);
    }
    (low, high)
}
