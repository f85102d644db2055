use std::borrow::Cow;

pub fn status_text(code: u16) -> String {
    let text: Cow<str> = match code {
        200 => "ok".into(),
        404 => "not found".into(),
        500..=599 => "server error".into(),
        other => format!("status {other}").into(),
    };
    format!("{code} {text}")
}
