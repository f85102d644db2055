use std::thread;

pub fn start_import(path: String) {
    thread::scope(|scope| {
        scope.spawn(|| println!("importing {path}"));
    });
}
