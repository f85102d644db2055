pub fn number_lines(text: &str) {
    for (number, line) in (1..).zip(text.lines()) {
        println!("{number}: {line}");
    }
}

pub fn example() {
    number_lines("first\nsecond");
}
