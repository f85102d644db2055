use std::rc::Rc;
use std::thread;

fn main() {
    let allowed = Rc::new(vec![80, 443]);
    let shared = Rc::clone(&allowed);
    let checker = thread::spawn(move || shared.contains(&8080));
    let ok = checker.join().unwrap();
    println!("{ok}, {} ports allowed", allowed.len());
}
