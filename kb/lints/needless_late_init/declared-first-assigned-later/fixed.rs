pub fn tax(country: &str, amount: f64) -> f64 {
    let rate = match country {
        "DE" => 0.19,
        "FR" => 0.20,
        _ => 0.0,
    };
    amount * rate
}
