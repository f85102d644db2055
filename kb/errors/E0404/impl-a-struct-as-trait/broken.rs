struct Sensor {
    id: u32,
}

struct Thermometer {
    sensor: Sensor,
    celsius: f64,
}

impl Sensor for Thermometer {
    fn describe(&self) -> String {
        format!("#{}: {} °C", self.sensor.id, self.celsius)
    }
}

fn main() {
    let outside = Thermometer {
        sensor: Sensor { id: 7 },
        celsius: 4.5,
    };
    println!("{}", outside.describe());
}
