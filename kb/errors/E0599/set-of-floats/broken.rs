use std::collections::HashSet;

pub fn is_new(seen: &mut HashSet<f64>, price: f64) -> bool {
    seen.insert(price)
}
