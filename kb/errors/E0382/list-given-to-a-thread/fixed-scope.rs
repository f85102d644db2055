use std::thread;

fn main() {
    let mut words = vec!["one", "two"];
    thread::scope(|scope| {
        scope.spawn(|| words.push("three"));
    });
    println!("{words:?}");
}
