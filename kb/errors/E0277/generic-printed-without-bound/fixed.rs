use std::fmt::Display;

pub fn table_row<T: Display>(label: &str, value: T) -> String {
    format!("{label:<12}{value}")
}
