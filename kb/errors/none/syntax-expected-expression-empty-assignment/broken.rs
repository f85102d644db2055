pub fn greeting(formal: bool) -> &'static str {
    let greeting = ;
    if formal {
        greeting = "Good day";
    } else {
        greeting = "Hi";
    }
    greeting
}
