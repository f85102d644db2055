pub struct Limits {
    pub max: u32,
}

impl Limits {
    pub fn parse(text: &str) -> Result<u32, String> {
        let digits = text.trim_end_matches('%');
        digits
            .parse::<u32>()
            .map_err(|error| format!("{text:?} is not a limit: {error}"))
    }
}
