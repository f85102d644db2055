pub fn kind(status: u16) -> &'static str {
    match status {
        200..300 => "success",
        400..500 => "client error",
        _ => "other",
    }
}
