pub fn longest(lines: &[String]) -> usize {
    let mut longest = 0;
    for (_, line) in lines.iter().enumerate() {
        longest = longest.max(line.len());
    }
    longest
}
