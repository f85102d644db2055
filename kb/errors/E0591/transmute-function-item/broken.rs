fn on_timeout(code: u32) -> u32 {
    code + 1
}

pub fn handler_address() -> *const () {
    unsafe { std::mem::transmute(on_timeout) }
}
