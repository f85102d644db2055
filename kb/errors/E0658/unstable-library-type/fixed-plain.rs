pub fn parse_flags(text: &str) -> Vec<String> {
    text.split(',').map(str::to_string).collect()
}
