pub fn line(station: &str, celsius: f64) -> String {
    format!("{station}: {celsius:.1}")
}
