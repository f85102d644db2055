#[cfg(any(unix, windows))]
pub fn has_desktop() -> bool {
    true
}
