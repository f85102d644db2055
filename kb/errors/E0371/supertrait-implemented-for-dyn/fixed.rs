trait Named {
    fn name(&self) -> String;
}

trait Device: Named {
    fn watts(&self) -> u32;
}

struct Lamp;

impl Named for Lamp {
    fn name(&self) -> String {
        "lamp".to_string()
    }
}

impl Device for Lamp {
    fn watts(&self) -> u32 {
        9
    }
}

fn main() {
    let device: &dyn Device = &Lamp;
    println!("{}: {} W", device.name(), device.watts());
}
