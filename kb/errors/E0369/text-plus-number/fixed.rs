pub fn label(kind: &str, number: u32) -> String {
    format!("{kind}{number}")
}
