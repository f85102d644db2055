use std::collections::HashMap;
use std::sync::LazyLock;

static REASONS: LazyLock<HashMap<u16, &str>> =
    LazyLock::new(|| HashMap::from([(404, "not found"), (503, "overloaded")]));

pub fn reason(status: u16) -> &'static str {
    REASONS.get(&status).copied().unwrap_or("unknown")
}
