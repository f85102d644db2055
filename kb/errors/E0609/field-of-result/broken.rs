pub struct Header {
    pub length: usize,
    pub kind: u8,
}

fn parse_header(raw: &[u8]) -> Result<Header, String> {
    match raw {
        [kind, length, ..] => Ok(Header {
            kind: *kind,
            length: usize::from(*length),
        }),
        _ => Err("packet too short".to_string()),
    }
}

pub fn payload(raw: &[u8]) -> Result<&[u8], String> {
    let length = parse_header(raw).length;
    raw.get(2..2 + length)
        .ok_or_else(|| "truncated".to_string())
}

pub fn is_control(header: &Header) -> bool {
    header.kind == 0
}
