pub fn table_row<T>(label: &str, value: T) -> String {
    format!("{label:<12}{value}")
}
