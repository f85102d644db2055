use std::rc::Rc;

#[derive(Clone)]
struct Settings {
    level: u8,
}

fn main() {
    let mut settings = Rc::new(Settings { level: 1 });
    let viewer = Rc::clone(&settings);
    Rc::make_mut(&mut settings).level = 3;
    println!("{} here, viewer sees {}", settings.level, viewer.level);
}
