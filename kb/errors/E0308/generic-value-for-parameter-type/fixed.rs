use std::fmt::Display;

pub fn labelled<T: Display>(label: &str, value: T) -> String {
    format!("{label}: {value}")
}

pub fn line(width: u32) -> String {
    labelled("width", width)
}
