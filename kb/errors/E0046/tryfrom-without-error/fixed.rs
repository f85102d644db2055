pub struct Percent(pub u8);

impl TryFrom<u8> for Percent {
    type Error = u8;

    fn try_from(value: u8) -> Result<Self, Self::Error> {
        if value <= 100 {
            Ok(Percent(value))
        } else {
            Err(value)
        }
    }
}
