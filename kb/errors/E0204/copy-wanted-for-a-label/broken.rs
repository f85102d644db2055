#[derive(Clone, Copy, PartialEq)]
pub struct Unit {
    pub symbol: String,
    pub factor: f64,
}

pub fn convert(amount: f64, from: Unit, to: Unit) -> f64 {
    amount * from.factor / to.factor
}
