use std::sync::Arc;
use std::thread;

fn main() {
    let allowed = Arc::new(vec![80, 443]);
    let shared = Arc::clone(&allowed);
    let checker = thread::spawn(move || shared.contains(&8080));
    let ok = checker.join().unwrap();
    println!("{ok}, {} ports allowed", allowed.len());
}
