pub struct Formatter {
    pub label: fn(u32) -> &'static str,
}

fn label(code: u32) -> &'static str {
    if code < 400 { "ok" } else { "error" }
}

pub fn http() -> Formatter {
    Formatter { label }
}
