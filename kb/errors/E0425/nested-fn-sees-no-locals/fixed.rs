pub fn convert_all(dollars: &[f64], rate: f64) -> Vec<f64> {
    let to_euro = |amount: f64| (amount * rate * 100.0).round() / 100.0;
    dollars.iter().map(|amount| to_euro(*amount)).collect()
}

pub const MAX_RATE: f64 = 10.0;
