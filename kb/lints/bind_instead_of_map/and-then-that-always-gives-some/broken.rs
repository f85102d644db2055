pub fn doubled(text: &str) -> Option<u32> {
    text.parse::<u32>().ok().and_then(|number| Some(number * 2))
}
