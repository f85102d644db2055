mod sensors {
    pub struct Reading {
        celsius: f64,
    }

    pub fn read() -> Reading {
        Reading { celsius: 21.5 }
    }
}

fn main() {
    let reading = sensors::read();
    println!("{:.1} °C", reading.celsius);
}
