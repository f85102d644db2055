pub fn by_length(words: &mut [String]) {
    words.sort_by(|left, right| left.len() < right.len());
}
