pub struct Gain {
    pub factor: f64,
}

pub fn louder(gain: Gain, samples: &mut [f64]) {
    for sample in samples {
        *sample *= gain.factor;
    }
}
