pub fn days_left(limit: u32, used: u32) -> u32 {
    limit.saturating_sub(used)
}
