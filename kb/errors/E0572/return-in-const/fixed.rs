const LIMIT: usize = {
    if cfg!(target_pointer_width = "64") {
        1 << 20
    } else {
        1 << 12
    }
};

pub fn fits(len: usize) -> bool {
    len <= LIMIT
}
