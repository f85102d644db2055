pub fn all_orders(open: &[u32], closed: &[u32]) -> Vec<u32> {
    [open, closed].concat()
}
