pub mod metric {
    pub fn parse(text: &str) -> Option<f64> {
        text.strip_suffix("km")?.trim().parse().ok()
    }
}

pub mod imperial {
    pub const KM_PER_MILE: f64 = 1.609;

    pub fn parse(text: &str) -> Option<f64> {
        text.strip_suffix("mi")?.trim().parse().ok()
    }
}

use imperial::KM_PER_MILE;
use metric::parse;

pub fn miles(text: &str) -> Option<f64> {
    parse(text).map(|km| km / KM_PER_MILE)
}
