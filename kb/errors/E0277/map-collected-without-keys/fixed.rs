use std::collections::HashMap;

pub fn lengths(names: &[String]) -> HashMap<&str, usize> {
    names
        .iter()
        .map(|name| (name.as_str(), name.len()))
        .collect()
}
