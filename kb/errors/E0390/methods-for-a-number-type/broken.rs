impl f64 {
    pub fn to_radius(self) -> f64 {
        self / std::f64::consts::TAU
    }
}
