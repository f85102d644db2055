pub fn greeting(formal: bool) -> &'static str {
    let greeting;
    if formal {
        greeting = "Good day";
        println!("formal greeting chosen");
    } else {
        greeting = "Hi";
    }
    greeting
}
