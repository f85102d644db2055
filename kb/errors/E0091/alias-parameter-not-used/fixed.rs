use std::collections::HashMap;

pub type Index<T> = HashMap<String, T>;

pub fn sizes() -> Index<u64> {
    HashMap::from([("logo.png".to_string(), 5120)])
}
