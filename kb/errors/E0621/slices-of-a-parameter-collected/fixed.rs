pub fn collect_words<'a>(line: &'a str, found: &mut Vec<&'a str>) {
    for word in line.split_whitespace() {
        found.push(word);
    }
}
