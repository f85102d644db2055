pub fn overdue(days: &[u32]) -> usize {
    days.iter().copied().filter(|day| *day > 30).count()
}
