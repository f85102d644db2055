pub struct Budget {
    pub cents: u64,
    pub spent: u64,
}

use std::sync::Arc;

#[derive(Clone)]
pub struct Campaign {
    pub name: String,
    pub budget: Arc<Budget>,
}
