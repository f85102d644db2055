pub fn reason(status: u16) -> &'static str {
    match status {
        404 => "not found",
        503 => "overloaded",
        _ => "unknown",
    }
}
