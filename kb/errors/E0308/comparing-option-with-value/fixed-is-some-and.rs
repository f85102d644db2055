pub fn is_admin(record: &str) -> bool {
    let role = record.split(':').nth(1);
    role.is_some_and(|name| name.eq_ignore_ascii_case("admin"))
}

pub fn count_admins(records: &[&str]) -> usize {
    records.iter().filter(|record| is_admin(record)).count()
}
