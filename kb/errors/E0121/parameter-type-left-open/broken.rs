pub fn bracketed(value: _) -> String {
    format!("[{value}]")
}
