#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Price {
    pub amount: f64,
}
