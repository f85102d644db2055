pub fn volume(edge: f64) -> f64 {
    edge.powi(3)
}
