pub fn show_words(line: &str) {
    let words: Vec<_> = line.split_whitespace().collect();
    println!("{words:?}");
}

pub fn example() {
    show_words("open the gate");
}
