pub fn ports() -> Vec<u16> {
    vec![80, 443, 8080]
}
