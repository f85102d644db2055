pub trait ToHex {
    fn to_hex(&self) -> String;
}

impl ToHex for [u8] {
    fn to_hex(&self) -> String {
        self.iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

pub fn fingerprint(hash: &[u8]) -> String {
    let start = &hash[..hash.len().min(4)];
    start.to_hex()
}
