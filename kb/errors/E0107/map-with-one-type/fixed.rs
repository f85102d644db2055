use std::collections::HashMap;

pub struct Statistics {
    pub logins: HashMap<String, u32>,
}

pub fn record(statistics: &mut Statistics, user: &str) {
    *statistics.logins.entry(user.to_string()).or_insert(0u32) += 1;
}
