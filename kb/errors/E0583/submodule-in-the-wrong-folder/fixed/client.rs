mod retry;

pub fn fetch(path: &str) -> String {
    format!("GET {path}, at most {} tries", retry::TRIES)
}
