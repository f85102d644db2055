pub struct Tariff {
    pub rate: f64,
    pub base_fee: f64,
}

pub fn yearly(tariff: &Tariff, kwh: f64) -> f64 {
    let rate = tariff.rate;
    tariff.base_fee + rate (kwh - 100.0).max(0.0)
}
