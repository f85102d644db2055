pub fn number_lines(text: &str) {
    for (mut index, line) in text.lines().enumerate() {
        index += 1;
        println!("{index}: {line}");
    }
}

pub fn example() {
    number_lines("first\nsecond");
}
