use std::fmt;

pub struct Price {
    pub cents: u64,
}

impl fmt::Display for Price {}

pub fn price_label(price: &Price) -> String {
    format!("now only {price}!")
}
