use std::str::FromStr;

#[derive(Debug, PartialEq)]
pub enum Side {
    Buy,
    Sell,
}

impl FromStr for Side {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text {
            "buy" => Ok(Side::Buy),
            "sell" => Ok(Side::Sell),
            other => Err(format!("unknown side {other}")),
        }
    }
}
