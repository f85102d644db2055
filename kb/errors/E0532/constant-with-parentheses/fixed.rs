const LIMIT: u32 = 100;

pub fn describe(count: u32) -> &'static str {
    match count {
        0 => "none",
        LIMIT => "full",
        _ => "some",
    }
}
