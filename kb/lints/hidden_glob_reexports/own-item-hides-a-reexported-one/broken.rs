mod codec {
    pub struct Frame(pub Vec<u8>);

    pub fn encode(text: &str) -> Frame {
        Frame(text.as_bytes().to_vec())
    }
}

pub use codec::*;

struct Frame {
    length: usize,
}

pub fn encoded_length(text: &str) -> usize {
    let frame = Frame {
        length: encode(text).0.len(),
    };
    frame.length
}
