use std::fmt::Display;
use std::str::FromStr;

pub fn field<T: FromStr<Err: Display>>(text: &str) -> Result<T, String> {
    text.trim().parse().map_err(|e| format!("{text}: {e}"))
}

pub fn price(text: &str) -> Result<f64, String> {
    field::<f64>(text)
}
