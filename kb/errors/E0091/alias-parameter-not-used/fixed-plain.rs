use std::collections::HashMap;

pub type Index = HashMap<String, u64>;

pub fn sizes() -> Index {
    HashMap::from([("logo.png".to_string(), 5120)])
}
