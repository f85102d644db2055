#[unsafe(export_name = "plugin_start")]
pub extern "C" fn plugin_start() -> i32 {
    0
}
