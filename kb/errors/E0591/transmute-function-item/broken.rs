fn on_timeout(code: u32) -> u32 {
    code + 1
}

pub fn handler_address() -> *const () {
    // SAFETY: none, this is the mistake.
    unsafe { std::mem::transmute(on_timeout) }
}
