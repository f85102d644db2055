pub trait Encode {
    fn encode(&self) -> Vec<u8>;
}

impl Encode for u32 {
    fn encode(&self) -> Vec<u8> {
        self.to_be_bytes().to_vec()
    }
}

pub fn write_all<T: Encode>(values: &[T]) -> Vec<u8> {
    values.iter().flat_map(|value| value.encode()).collect()
}
