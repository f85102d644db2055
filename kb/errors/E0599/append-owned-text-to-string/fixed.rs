pub fn to_query(filters: &[(&str, u32)]) -> String {
    let mut query = String::from("?");
    for (name, value) in filters {
        let pair = format!("{name}={value}&");
        query.push_str(&pair);
    }
    query
}
