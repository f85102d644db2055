use std::thread;

fn main() {
    let limits = [10, 20, 30];
    thread::scope(|scope| {
        for id in 1..=3 {
            let limits = &limits;
            scope.spawn(move || println!("worker {id}: {limits:?}"));
        }
    });
}
