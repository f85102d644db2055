pub fn person(line: &str) -> Option<(String, u32)> {
    let fields: Vec<&str> = line.split(',').collect();
    let [name, age] = fields.as_slice();
    Some((name.to_string(), age.parse().ok()?))
}
