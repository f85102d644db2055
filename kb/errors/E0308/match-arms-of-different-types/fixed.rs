pub fn status_text(code: u16) -> String {
    let text = match code {
        200 => "ok".to_string(),
        404 => "not found".to_string(),
        500..=599 => "server error".to_string(),
        other => format!("status {other}"),
    };
    format!("{code} {text}")
}
