pub struct Packet {
    pub length: u32,
    pub payload: Vec<u8>,
}

pub fn pack(payload: Vec<u8>) -> Packet {
    let length = u32::try_from(payload.len()).unwrap_or(u32::MAX);
    Packet { length, payload }
}
