pub trait Encoder {
    type Item;
    fn encode(&mut self, item: Self::Item);
}

pub trait Decoder {
    type Item;
    fn decode(&mut self) -> Option<Self::Item>;
}

pub trait Codec: Encoder + Decoder {}

pub fn drain<C: Codec + Decoder<Item = u8>>(codec: &mut C) -> usize {
    std::iter::from_fn(|| codec.decode()).count()
}
