pub extern "C" fn add_sample(total: u32, sample: u32) -> u32 {
    total.saturating_add(sample)
}
