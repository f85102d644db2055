use std::cell::RefCell;
use std::rc::Rc;

fn main() {
    let subscribers = Rc::new(RefCell::new(vec!["ada"]));
    let view = Rc::clone(&subscribers);
    subscribers.borrow_mut().push("kim");
    println!("{} subscribers", view.borrow().len());
}
