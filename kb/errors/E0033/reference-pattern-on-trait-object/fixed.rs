trait Sensor {
    fn read(&self) -> f64;
}

struct Thermometer;

impl Sensor for Thermometer {
    fn read(&self) -> f64 {
        21.5
    }
}

fn report(sensor: &dyn Sensor) {
    println!("{}", sensor.read());
}

fn main() {
    report(&Thermometer);
}
