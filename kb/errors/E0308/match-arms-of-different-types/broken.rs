pub fn status_text(code: u16) -> String {
    let text = match code {
        200 => "ok",
        404 => "not found",
        500..=599 => "server error",
        other => format!("status {other}"),
    };
    format!("{code} {text}")
}
