pub fn may_enter(allowed: &[u32], id: u32) -> bool {
    allowed.contains(&id)
}
