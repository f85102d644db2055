#[unsafe(naked)]
pub extern "C" fn version() -> u32 {
    3
}
