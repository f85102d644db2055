pub struct Heater {
    pub watts: Vec<u32>,
    pub changes: usize,
}

pub fn warm_up(heater: &mut Heater, steps: u32) {
    heater.changes = 0;
    (1..=steps).for_each(|step| heater.watts.push(step * 100));
    heater.changes += heater.watts.len();
}
