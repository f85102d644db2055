fn on_timeout(code: u32) -> u32 {
    code + 1
}

pub fn handler_address() -> *const () {
    on_timeout as *const ()
}
