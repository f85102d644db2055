pub trait Codec {
    fn ratio(&self) -> f32;
}

pub struct Fast;

impl Codec for Fast {
    fn ratio(&self) -> f32 {
        0.8
    }
}

pub fn default_codec() -> Box<dyn Codec> {
    Fast
}
