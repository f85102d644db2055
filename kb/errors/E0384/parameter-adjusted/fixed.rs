pub fn page_count(items: u32, page_size: u32) -> u32 {
    let page_size = if page_size == 0 { 20 } else { page_size };
    items.div_ceil(page_size)
}
