pub fn tax(country: &str, amount: f64) -> f64 {
    let rate;
    match country {
        "DE" => rate = 0.19,
        "FR" => rate = 0.20,
        _ => rate = 0.0,
    }
    amount * rate
}
