use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

static MEMBERS: LazyLock<HashSet<&str>> = LazyLock::new(|| HashSet::from(["at", "be", "it"]));

static CAPITALS: HashMap<&str, &str> = HashMap::from([("at", "Vienna"), ("it", "Rome")]);

pub fn capital(country: &str) -> Option<&'static str> {
    let country = MEMBERS.get(country)?;
    CAPITALS.get(country).copied()
}
