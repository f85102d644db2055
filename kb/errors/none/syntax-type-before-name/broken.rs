pub fn repeat(text: &str, u32 count) -> String {
    text.repeat(count as usize)
}
