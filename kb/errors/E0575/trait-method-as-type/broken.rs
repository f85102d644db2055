pub trait Codec {
    type Output;
    fn encode(&self, text: &str) -> Self::Output;
}

pub struct Json;

impl Codec for Json {
    type Output = String;

    fn encode(&self, text: &str) -> String {
        format!("{text:?}")
    }
}

pub fn send(encoded: <Json as Codec>::encode) -> usize {
    encoded.len()
}
