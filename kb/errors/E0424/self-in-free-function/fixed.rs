pub struct Sensor {
    pub name: String,
    pub reading: f32,
}

impl Sensor {
    pub fn describe(&self) -> String {
        let state = if self.reading > 80.0 { "hot" } else { "ok" };
        format!("{}: {state}", self.name)
    }
}
