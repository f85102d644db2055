/// Reads a setting.
///
/// - Empty text gives `None`, as does
/// text that is no number.
/// - Spaces around the number are allowed.
pub fn setting(text: &str) -> Option<u32> {
    text.trim().parse().ok()
}
