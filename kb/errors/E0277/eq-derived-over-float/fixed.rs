#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Price {
    pub amount: f64,
}
