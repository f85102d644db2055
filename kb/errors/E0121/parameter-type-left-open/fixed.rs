use std::fmt::Display;

pub fn bracketed(value: impl Display) -> String {
    format!("[{value}]")
}
