pub fn page_count(items: u32, page_size: u32) -> u32 {
    if page_size == 0 {
        page_size = 20;
    }
    items.div_ceil(page_size)
}
