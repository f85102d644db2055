pub fn kind(status: u16) -> &'static str {
    match status {
        200..300 => "success",
        500..400 => "client error",
        _ => "other",
    }
}
