pub fn longest(lines: &[String]) -> usize {
    let mut longest = 0;
    for line in lines {
        longest = longest.max(line.len());
    }
    longest
}
