pub fn header(columns: &[&str]) -> String {
    columns.join(";")
}
