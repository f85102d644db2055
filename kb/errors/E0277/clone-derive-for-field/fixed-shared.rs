use std::sync::Arc;

pub struct Budget {
    pub cents: u64,
    pub spent: u64,
}

#[derive(Clone)]
pub struct Campaign {
    pub name: String,
    pub budget: Arc<Budget>,
}
