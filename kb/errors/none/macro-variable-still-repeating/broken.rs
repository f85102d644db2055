macro_rules! prices {
    ($($price:expr),*) => {
        vec![$price]
    };
}

pub fn basket() -> Vec<u64> {
    prices!(120, 250, 80)
}
