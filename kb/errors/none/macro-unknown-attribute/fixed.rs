pub fn discount(total: u64) -> u64 {
    if total > 10_000 { total / 10 } else { 0 }
}

#[test]
pub fn small_orders_have_no_discount() {
    assert_eq!(discount(500), 0);
}
