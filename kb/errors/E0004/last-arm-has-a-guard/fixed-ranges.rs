pub fn advice(celsius: i32) -> &'static str {
    match celsius {
        ..0 => "watch out for ice",
        0.. => "roads are clear",
    }
}
