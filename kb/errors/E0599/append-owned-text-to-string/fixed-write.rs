use std::fmt::Write;

pub fn to_query(filters: &[(&str, u32)]) -> String {
    let mut query = String::from("?");
    for (name, value) in filters {
        // Writing into a `String` cannot fail.
        let _ = write!(query, "{name}={value}&");
    }
    query
}
