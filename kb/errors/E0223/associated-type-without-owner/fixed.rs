pub trait Decoder {
    type Output;

    fn decode(&self, raw: &[u8]) -> Option<Self::Output>;
}

pub fn decode_all<D: Decoder>(decoder: &D, frames: &[Vec<u8>]) -> Vec<D::Output> {
    frames
        .iter()
        .filter_map(|frame| decoder.decode(frame))
        .collect()
}
