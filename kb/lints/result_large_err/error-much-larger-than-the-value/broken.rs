pub struct ParseFailure {
    pub line: u32,
    pub context: [u8; 200],
}

pub fn parse(line: u32, text: &str) -> Result<u32, ParseFailure> {
    text.parse().map_err(|_| ParseFailure {
        line,
        context: [0; 200],
    })
}
