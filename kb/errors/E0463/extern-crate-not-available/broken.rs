#[macro_use]
extern crate lazy_static;

use std::collections::HashMap;
use std::sync::LazyLock;

static COUNTRIES: LazyLock<HashMap<&str, &str>> =
    LazyLock::new(|| HashMap::from([("de", "Germany"), ("fr", "France")]));

pub fn country(code: &str) -> Option<&str> {
    COUNTRIES.get(code).copied()
}
