pub trait Source {
    type Error;
    fn read(&mut self) -> Result<Vec<u8>, Self::Error>;
}

pub trait Format: Source {
    type Error;
    fn parse(&mut self) -> Result<String, Self::Error>;
}
