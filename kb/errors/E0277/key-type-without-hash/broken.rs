use std::collections::HashMap;

#[derive(Clone, Copy)]
pub struct SensorId {
    pub room: u16,
    pub slot: u8,
}

pub fn latest(readings: &[(SensorId, f32)]) -> HashMap<SensorId, f32> {
    let mut newest = HashMap::new();
    for (id, value) in readings {
        newest.insert(*id, *value);
    }
    newest
}
