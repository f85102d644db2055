use std::fmt;

#[derive(Debug)]
pub enum Unit {
    Celsius,
    Kelvin,
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let symbol = match self {
            Unit::Celsius => "°C",
            Unit::Kelvin => "K",
        };
        f.write_str(symbol)
    }
}

pub fn label(unit: &Unit) -> String {
    unit.to_string()
}
