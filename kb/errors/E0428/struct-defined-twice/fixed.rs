#[derive(Debug)]
pub enum OrderStatus {
    Open,
    Paid,
}

#[derive(Debug)]
pub struct HttpStatus {
    pub code: u16,
    pub reason: String,
}
