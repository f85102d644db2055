pub fn average_rating(stars: &[u32]) -> f64 {
    if stars.is_empty() {
        return 0.0;
    }
    let total: u32 = stars.iter().sum();
    f64::from(total) / stars.len() as f64
}
