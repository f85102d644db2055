pub const DEFAULT_USER: String = String::from("guest");

pub fn greeting() -> String {
    format!("Welcome, {DEFAULT_USER}")
}
