pub fn changed(old: u64, new: u64) -> bool {
    old <> new
}
