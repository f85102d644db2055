use std::sync::Mutex;

pub fn report(queue: &Mutex<Vec<String>>, send: impl Fn(&str)) {
    let mut guard = queue.lock().unwrap();
    let lines = std::mem::take(&mut *guard);
    drop(guard);
    for line in lines {
        send(&line);
    }
}
