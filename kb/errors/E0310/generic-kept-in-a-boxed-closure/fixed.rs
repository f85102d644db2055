use std::fmt::Display;

pub fn later<T: Display + 'static>(value: T) -> Box<dyn Fn() -> String> {
    Box::new(move || format!("value: {value}"))
}
