use std::collections::HashMap;

pub type Index<T> = HashMap<String, u64>;

pub fn sizes() -> Index<u64> {
    HashMap::from([("logo.png".to_string(), 5120)])
}
