macro_rules! total {
    ($($price:expr),*) => {
        0 $(+ $price)*
    };
}

pub fn basket(bread: u64, milk: u64) -> u64 {
    total!(bread, milk)
}
