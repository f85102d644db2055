pub fn is_due(attempt: i32, limit: usize) -> bool {
    attempt.unsigned_abs() as usize < limit
}
