pub trait Limits {
    const MAX: usize;
}

pub fn fits<L: Limits>(_policy: &L, text: &str) -> bool {
    text.len() <= L::MAX
}
