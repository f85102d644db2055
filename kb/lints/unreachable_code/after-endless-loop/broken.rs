pub fn connect(try_once: impl Fn() -> Option<u32>, limit: u32) -> Option<u32> {
    let mut attempts = 0;
    loop {
        if let Some(connection) = try_once() {
            return Some(connection);
        }
        attempts += 1;
        if attempts == limit {
            eprintln!("giving up after {limit} attempts");
        }
    }
    None
}
