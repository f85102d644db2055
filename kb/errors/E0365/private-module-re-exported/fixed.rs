pub mod codec {
    pub fn encode(value: u32) -> [u8; 4] {
        value.to_be_bytes()
    }
}

pub use codec as format;
