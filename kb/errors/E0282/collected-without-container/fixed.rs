pub fn column_count(header: &str) -> usize {
    let names: Vec<_> = header.split(';').map(str::trim).collect();
    names.len()
}

pub fn example() -> usize {
    column_count("id; name; price")
}
