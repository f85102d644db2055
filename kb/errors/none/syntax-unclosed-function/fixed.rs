pub fn describe(temperature: f64) -> &'static str {
    if temperature > 30.0 { "hot" } else { "fine" }
}
