pub struct Sensor {
    offset: f64,
}

impl Sensor {
    fn calibrate(&mut self, offset: f64) {
        self.offset = offset;
    }
}

pub fn calibrate_all(sensors: &mut [Sensor], offset: f64) {
    for sensor in sensors.iter() {
        sensor.calibrate(offset);
    }
}
