pub fn after(start: u32, step: &str) -> String {
    format!("{start}{step}")
}
