use std::collections::HashMap;

pub fn content_length(headers: &HashMap<String, String>) -> usize {
    if let Some(text) = headers.get("content-length")
        && let Ok(length) = text.parse()
    {
        return length;
    }
    0
}
