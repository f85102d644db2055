#[derive(Debug)]
pub enum Status {
    Open,
    Paid,
}

#[derive(Debug)]
pub struct Status {
    pub code: u16,
    pub reason: String,
}
