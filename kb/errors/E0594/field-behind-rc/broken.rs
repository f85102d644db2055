use std::rc::Rc;

struct Settings {
    level: u8,
}

fn main() {
    let settings = Rc::new(Settings { level: 1 });
    let viewer = Rc::clone(&settings);
    settings.level = 3;
    println!("viewer sees level {}", viewer.level);
}
