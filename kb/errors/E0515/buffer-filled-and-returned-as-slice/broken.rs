pub fn encode_length(payload: &[u8]) -> &[u8] {
    let header = (payload.len() as u32).to_be_bytes();
    &header
}

pub fn frame(payload: &[u8]) -> Vec<u8> {
    let mut out = encode_length(payload).to_vec();
    out.extend_from_slice(payload);
    out
}
