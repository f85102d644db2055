use std::thread;

fn main() {
    let names = vec!["alpha", "beta", "gamma"];
    thread::scope(|scope| {
        for name in &names {
            scope.spawn(move || println!("{name}"));
        }
    });
}
