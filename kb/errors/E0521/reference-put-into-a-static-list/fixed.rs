use std::sync::Mutex;

static SEEN: Mutex<Vec<String>> = Mutex::new(Vec::new());

pub fn remember(line: &str) -> usize {
    let mut seen = SEEN.lock().unwrap();
    seen.push(line.to_string());
    seen.len()
}
