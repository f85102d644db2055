use std::str::FromStr;

pub enum Unit {
    Gram,
    Litre,
    Piece,
}

impl FromStr for Unit {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text {
            "g" => Ok(Unit::Gram),
            "l" => Ok(Unit::Litre),
            "pcs" => Ok(Unit::Piece),
        }
    }
}
