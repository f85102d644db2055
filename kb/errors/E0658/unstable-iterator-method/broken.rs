pub fn header(columns: &[&str]) -> String {
    columns.iter().copied().intersperse(";").collect()
}
