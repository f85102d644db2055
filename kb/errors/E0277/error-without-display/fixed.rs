use std::error::Error;
use std::fmt;

#[derive(Debug)]
pub struct OutOfStock {
    pub article: u32,
}

impl fmt::Display for OutOfStock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "article {} is out of stock", self.article)
    }
}

impl Error for OutOfStock {}
