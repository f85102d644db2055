use std::rc::Rc;

fn main() {
    let subscribers = Rc::new(vec!["ada"]);
    let view = Rc::clone(&subscribers);
    subscribers.push("kim");
    println!("{} subscribers", view.len());
}
