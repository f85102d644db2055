pub struct Formatter {
    pub label: for<'a> fn(u32) -> &'a str,
}

fn label(code: u32) -> &'static str {
    if code < 400 { "ok" } else { "error" }
}

pub fn http() -> Formatter {
    Formatter { label }
}
