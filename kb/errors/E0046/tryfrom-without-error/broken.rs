pub struct Percent(pub u8);

impl TryFrom<u8> for Percent {
    fn try_from(value: u8) -> Result<Self, u8> {
        if value <= 100 {
            Ok(Percent(value))
        } else {
            Err(value)
        }
    }
}
