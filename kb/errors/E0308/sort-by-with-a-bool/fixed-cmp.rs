pub fn by_length(words: &mut [String]) {
    words.sort_by(|left, right| right.len().cmp(&left.len()).then(left.cmp(right)));
}
