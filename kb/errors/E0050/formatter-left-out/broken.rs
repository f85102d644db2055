use std::fmt;

pub struct Meters(pub f64);

impl fmt::Display for Meters {
    fn fmt(&self) -> fmt::Result {
        println!("{} m", self.0);
        Ok(())
    }
}
