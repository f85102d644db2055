use std::thread;

fn main() {
    let allowed = [80, 443];
    let ok = thread::scope(|scope| {
        let checker = scope.spawn(|| allowed.contains(&8080));
        checker.join().unwrap()
    });
    println!("{ok}, {} ports allowed", allowed.len());
}
