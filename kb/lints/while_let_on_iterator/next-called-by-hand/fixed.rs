pub fn count_words(text: &str) -> usize {
    let words = text.split_whitespace();
    let mut long = 0;
    for word in words {
        if word.len() > 8 {
            long += 1;
        }
    }
    long
}
