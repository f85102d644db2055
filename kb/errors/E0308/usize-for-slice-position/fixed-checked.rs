pub struct Header {
    pub body_offset: u16,
    pub version: u8,
}

pub fn body<'a>(header: &Header, packet: &'a [u8]) -> Option<&'a [u8]> {
    packet.get(usize::from(header.body_offset)..)
}
