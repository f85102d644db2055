pub const DEFAULT_USER: &str = "guest";

pub fn greeting() -> String {
    format!("Welcome, {DEFAULT_USER}")
}
