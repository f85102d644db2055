pub struct Frame {
    pub id: u32,
    pub data: Vec<u8>,
}

pub fn frame_from(id: u32, raw: &[u8]) -> Frame {
    Frame { id, data: raw }
}
