pub trait Extension {
    fn to_radius(self) -> f64;
}

impl Extension for f64 {
    fn to_radius(self) -> f64 {
        self / std::f64::consts::TAU
    }
}
