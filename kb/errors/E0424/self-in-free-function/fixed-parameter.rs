pub struct Sensor {
    pub name: String,
    pub reading: f32,
}

pub fn describe(sensor: &Sensor) -> String {
    let state = if sensor.reading > 80.0 { "hot" } else { "ok" };
    format!("{}: {state}", sensor.name)
}
