const LIMIT: usize = limit();

const fn limit() -> usize {
    if cfg!(target_pointer_width = "64") {
        return 1 << 20;
    }
    1 << 12
}

pub fn fits(len: usize) -> bool {
    len <= LIMIT
}
