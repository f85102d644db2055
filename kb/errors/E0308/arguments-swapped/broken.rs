pub fn label(name: &str, count: u32) -> String {
    format!("{count} x {name}")
}

pub fn first_line() -> String {
    label(3, "bolts")
}
