use std::fmt::Display;

pub fn later<'a, T: Display + 'a>(value: T) -> Box<dyn Fn() -> String + 'a> {
    Box::new(move || format!("value: {value}"))
}
