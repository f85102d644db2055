pub fn days_left(limit: u32, used: u32) -> u32 {
    if limit > used { limit - used } else { 0 }
}
