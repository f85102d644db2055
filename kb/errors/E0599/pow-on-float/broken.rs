pub fn volume(edge: f64) -> f64 {
    edge.pow(3)
}
