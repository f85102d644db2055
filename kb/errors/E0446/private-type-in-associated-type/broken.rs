struct Sample(f64);

pub struct Readings(Vec<f64>);

impl Iterator for Readings {
    type Item = Sample;

    fn next(&mut self) -> Option<Sample> {
        self.0.pop().map(Sample)
    }
}

pub fn sum(readings: Readings) -> f64 {
    readings.map(|sample| sample.0).sum()
}
