pub struct Order {
    pub cents: u32,
}

pub mod shop {
    pub mod tax {
        pub(in crate::shop) fn tax(cents: u32) -> u32 {
            cents / 5
        }
    }

    pub fn total(order: &crate::Order) -> u32 {
        order.cents + tax::tax(order.cents)
    }
}
