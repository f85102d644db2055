pub fn describe(status: u16) -> &'static str {
    match status {
        200 => "fine",
        _ => "failure",
        404 => "no such page",
    }
}
