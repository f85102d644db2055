pub struct Sensor {
    pub name: String,
    pub reading: f32,
}

pub fn describe() -> String {
    let state = if self.reading > 80.0 { "hot" } else { "ok" };
    format!("{}: {state}", self.name)
}
