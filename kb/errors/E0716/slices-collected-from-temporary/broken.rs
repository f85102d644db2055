pub fn third_field(line: &str) -> usize {
    let fields: Vec<&str> = line.replace(';', ",").split(',').collect();
    match fields.get(2) {
        Some(field) => field.len(),
        None => 0,
    }
}
