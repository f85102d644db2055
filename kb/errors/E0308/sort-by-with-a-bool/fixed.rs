pub fn by_length(words: &mut [String]) {
    words.sort_by_key(|word| word.len());
}
