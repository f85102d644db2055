fn on_timeout(code: u32) -> u32 {
    code + 1
}

pub fn handler() -> fn(u32) -> u32 {
    on_timeout
}
