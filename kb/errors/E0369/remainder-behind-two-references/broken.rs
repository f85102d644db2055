pub fn even(changes: &[i32]) -> Vec<i32> {
    changes
        .iter()
        .filter(|change| change % 2 == 0)
        .copied()
        .collect()
}
