pub fn summary(orders: Vec<String>) -> String {
    match orders {
        [] => "no orders".to_string(),
        [only] => format!("one order: {only}"),
        [first, ..] => format!("{first} and more"),
    }
}
