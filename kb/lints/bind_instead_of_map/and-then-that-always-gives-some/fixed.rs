pub fn doubled(text: &str) -> Option<u32> {
    text.parse::<u32>().ok().map(|number| number * 2)
}
