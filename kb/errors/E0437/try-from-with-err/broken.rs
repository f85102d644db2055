pub struct Percent(u8);

impl TryFrom<u8> for Percent {
    type Err = String;

    fn try_from(value: u8) -> Result<Self, String> {
        if value <= 100 {
            Ok(Percent(value))
        } else {
            Err(format!("{value} is more than 100 percent"))
        }
    }
}

impl Percent {
    pub fn value(&self) -> u8 {
        self.0
    }
}
