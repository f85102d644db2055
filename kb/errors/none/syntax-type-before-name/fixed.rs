pub fn repeat(text: &str, count: u32) -> String {
    text.repeat(count as usize)
}
