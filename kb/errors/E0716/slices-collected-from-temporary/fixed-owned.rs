pub fn third_field(line: &str) -> usize {
    let fields: Vec<String> = line
        .replace(';', ",")
        .split(',')
        .map(str::to_string)
        .collect();
    match fields.get(2) {
        Some(field) => field.len(),
        None => 0,
    }
}
