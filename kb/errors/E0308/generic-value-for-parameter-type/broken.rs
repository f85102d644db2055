use std::fmt::Display;

pub fn labelled<T: Display>(label: &str, value: T) -> T {
    format!("{label}: {value}")
}

pub fn line(width: u32) -> String {
    labelled("width", width.to_string())
}
