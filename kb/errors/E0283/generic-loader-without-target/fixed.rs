use std::str::FromStr;

pub fn setting<T: FromStr>(text: &str) -> Option<T> {
    text.trim().parse().ok()
}

pub fn is_valid_port(text: &str) -> bool {
    setting::<u16>(text).is_some()
}
