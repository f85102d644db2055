pub fn count_words(text: &str) -> usize {
    let mut words = text.split_whitespace();
    let mut long = 0;
    while let Some(word) = words.next() {
        if word.len() > 8 {
            long += 1;
        }
    }
    long
}
