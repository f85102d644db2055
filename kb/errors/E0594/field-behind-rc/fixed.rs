use std::cell::RefCell;
use std::rc::Rc;

struct Settings {
    level: u8,
}

fn main() {
    let settings = Rc::new(RefCell::new(Settings { level: 1 }));
    let viewer = Rc::clone(&settings);
    settings.borrow_mut().level = 3;
    println!("viewer sees level {}", viewer.borrow().level);
}
