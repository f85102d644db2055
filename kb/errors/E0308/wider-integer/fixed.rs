pub struct Packet {
    pub length: u32,
    pub payload: Vec<u8>,
}

pub fn pack(payload: Vec<u8>) -> Option<Packet> {
    let length = u32::try_from(payload.len()).ok()?;
    Some(Packet { length, payload })
}
