use std::collections::HashMap;

pub fn defaults() -> HashMap<String, u32> {
    [("retries", 3), ("workers", 8)]
        .into_iter()
        .map(|(name, value)| (name.to_string(), value))
        .collect()
}
