pub fn can_order(age: u8, banned: bool) -> bool {
    age >= 18 and !banned
}
