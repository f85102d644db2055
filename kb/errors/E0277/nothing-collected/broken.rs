pub fn doubled(numbers: &[u32]) -> Vec<u32> {
    numbers
        .iter()
        .map(|number| {
            number * 2;
        })
        .collect()
}
