use std::collections::HashMap;

pub fn lengths(names: &[String]) -> HashMap<&str, usize> {
    names.iter().map(String::as_str).collect()
}
