pub fn advice(celsius: i32) -> &'static str {
    match celsius {
        t if t < 0 => "watch out for ice",
        t if t >= 0 => "roads are clear",
    }
}
