use std::collections::{BTreeMap, HashMap, HashSet};

fn unused(value: u8) -> HashMap<u8, u8> {
    let mut text = (1);
    return HashMap::new();
}

fn main() {
    let _ = unused(1) == unused(2);
    if true == true {}
}
