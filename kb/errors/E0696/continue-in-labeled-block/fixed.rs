pub fn total(records: &[&str]) -> u32 {
    let mut total = 0;
    for record in records {
        if record.is_empty() {
            continue;
        }
        total += record.len() as u32;
    }
    total
}
