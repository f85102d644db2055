use std::collections::HashMap;

static REASONS: HashMap<u16, &str> = HashMap::from([(404, "not found"), (503, "overloaded")]);

pub fn reason(status: u16) -> &'static str {
    REASONS.get(&status).copied().unwrap_or("unknown")
}
