use std::error::Error;
use std::fmt;

#[derive(Debug)]
pub struct LimitReached(u32);

impl fmt::Display for LimitReached {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "limit of {} reached", self.0)
    }
}

fn admit(count: u32) -> Result<u32, LimitReached> {
    if count >= 100 {
        Err(LimitReached(100))
    } else {
        Ok(count + 1)
    }
}

pub fn admit_all(requests: &[&str]) -> Result<u32, Box<dyn Error>> {
    let mut count: u32 = requests.first().ok_or("no request")?.parse()?;
    for _ in requests {
        count = admit(count)?;
    }
    Ok(count)
}
