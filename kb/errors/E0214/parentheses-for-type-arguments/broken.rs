pub struct Sample {
    pub values: Vec(f32),
}

pub fn peak(sample: &Sample) -> f32 {
    sample.values.iter().copied().fold(0.0, f32::max)
}
