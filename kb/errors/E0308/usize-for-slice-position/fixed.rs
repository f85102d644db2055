pub struct Header {
    pub body_offset: u16,
    pub version: u8,
}

pub fn body<'a>(header: &Header, packet: &'a [u8]) -> &'a [u8] {
    let (_, body) = packet.split_at(usize::from(header.body_offset));
    body
}
