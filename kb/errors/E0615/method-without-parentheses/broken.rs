pub fn average(orders: &[f64]) -> Option<f64> {
    if orders.is_empty() {
        return None;
    }
    let total: f64 = orders.iter().sum();
    Some(total / orders.len as f64)
}
