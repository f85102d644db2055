#[derive(Default)]
pub struct Summary {
    pub count: usize,
    pub total: u64,
}

pub fn summary(amounts: &[u64]) -> Summary {
    if amounts.is_empty() {
        return;
    }
    Summary {
        count: amounts.len(),
        total: amounts.iter().sum(),
    }
}
