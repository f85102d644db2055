pub fn class(status: u16) -> &'static str {
    match status {
        200..=299 => "success",
        400..=499 => "client error",
        500..=599 => "server error",
        _ => "other",
    }
}
