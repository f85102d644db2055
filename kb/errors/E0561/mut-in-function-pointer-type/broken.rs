pub type Discount = fn(mut cents: u64) -> u64;

pub fn checkout(cents: u64, discount: Discount) -> u64 {
    discount(cents)
}
