#[no_mangle]
pub extern "C" fn sensor_version() -> u32 {
    3
}
