pub mod reports {
    pub fn summary() -> String {
        format!("revenue: {}", crate::orders::revenue())
    }
}

pub mod orders {
    pub(crate) fn revenue() -> u64 {
        4200
    }
}
