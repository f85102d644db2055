pub fn label(kind: &str, number: u32) -> String {
    kind + number
}
