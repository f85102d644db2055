#[derive(Debug, Display)]
pub enum Unit {
    Celsius,
    Kelvin,
}

pub fn label(unit: &Unit) -> String {
    format!("{unit:?}")
}
