pub struct Reading {
    pub sensor: u16,
    pub value: f32,
    pub unit: &'static str,
}

impl Reading {
    pub fn new(sensor: u16, value: f32, unit: &'static str) -> Self {
        Self { sensor, value }
    }
}
