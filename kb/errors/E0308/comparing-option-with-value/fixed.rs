pub fn is_admin(record: &str) -> bool {
    let role = record.split(':').nth(1);
    role == Some("admin")
}

pub fn count_admins(records: &[&str]) -> usize {
    records.iter().filter(|record| is_admin(record)).count()
}
