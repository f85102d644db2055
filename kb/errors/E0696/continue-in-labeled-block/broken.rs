pub fn total(records: &[&str]) -> u32 {
    let mut total = 0;
    for record in records {
        'record: {
            if record.is_empty() {
                continue 'record;
            }
            total += record.len() as u32;
        }
    }
    total
}
