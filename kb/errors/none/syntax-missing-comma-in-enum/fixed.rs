#[derive(Debug)]
pub enum Status {
    Open,
    Paid,
    Shipped,
}
