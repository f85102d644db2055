pub struct Column {
    pub name: String,
    pub sql_type: String,
}

pub fn create_table(table: &str, columns: &[Column]) -> String {
    let body = columns
        .iter()
        .map(|column| format!("{} {}", column.name, column.sql_type))
        .join(", ");
    format!("CREATE TABLE {table} ({body})")
}
