pub fn is_adult(age: u8) -> bool {
    age >= 18
}
