use std::collections::HashMap;
use std::fmt::Display;
use std::collections::HashMap;

pub fn render<V: Display>(map: &HashMap<String, V>) -> Vec<String> {
    map.iter()
        .map(|(key, value)| format!("{key}={value}"))
        .collect()
}
