pub fn consume_quota(remaining: &mut u32, wanted: u32) -> bool {
    if wanted > *remaining {
        return false;
    }
    *remaining -= wanted;
    true
}
