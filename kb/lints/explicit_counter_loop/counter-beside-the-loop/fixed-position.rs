pub fn find_row(rows: &[Vec<u32>], wanted: u32) -> Option<usize> {
    rows.iter().position(|cells| cells.contains(&wanted))
}
