pub fn is_adult(age: u8) -> bool {
    if age >= 18 { true } else { false }
}
