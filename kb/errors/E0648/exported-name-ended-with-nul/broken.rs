#[unsafe(export_name = "plugin_start\0")]
pub extern "C" fn plugin_start() -> i32 {
    0
}
