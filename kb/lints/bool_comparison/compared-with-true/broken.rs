pub struct Feature {
    pub enabled: bool,
}

pub fn count_enabled(features: &[Feature]) -> usize {
    features
        .iter()
        .filter(|feature| feature.enabled == true)
        .count()
}
