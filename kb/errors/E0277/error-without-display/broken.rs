use std::error::Error;

#[derive(Debug)]
pub struct OutOfStock {
    pub article: u32,
}

impl Error for OutOfStock {}
