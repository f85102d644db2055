pub fn count_changes<T: PartialEq>(history: &[T]) -> usize {
    let mut changes = 0;
    for pair in history.windows(2) {
        if pair[0] != pair[1] {
            changes += 1;
        }
    }
    changes
}
