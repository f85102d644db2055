use std::sync::Mutex;

static SEEN: Mutex<Vec<&'static str>> = Mutex::new(Vec::new());

pub fn remember(line: &str) -> usize {
    let mut seen = SEEN.lock().unwrap();
    seen.push(line);
    seen.len()
}
