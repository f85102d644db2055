pub fn greet(name: &str, formal: bool) -> String {
    if formal {
        format!("Good day, {name}.")
    } else {
        format!("Hi {name}!")
    }
}
