pub fn third_field(line: &str) -> usize {
    let line = line.replace(';', ",");
    let fields: Vec<&str> = line.split(',').collect();
    match fields.get(2) {
        Some(field) => field.len(),
        None => 0,
    }
}
