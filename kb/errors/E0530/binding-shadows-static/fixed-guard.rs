static LIMIT: u32 = 100;

pub fn rate(requests: u32) -> &'static str {
    match requests {
        0 => "idle",
        n if n == LIMIT => "at the limit",
        _ => "busy",
    }
}
