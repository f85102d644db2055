pub fn may_delete(used: u32, locked: bool) -> bool {
    !(used != 0) && !locked
}
