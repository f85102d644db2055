pub fn shipping_cost(weight: f64, express: bool) -> f64 {
    if (weight > 20.0 || express) {
        return 12.5;
    }
    4.9
}
