pub fn greet(name, formal: bool) -> String {
    if formal {
        format!("Good day, {name}.")
    } else {
        format!("Hi {name}!")
    }
}
