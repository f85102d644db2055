pub fn greet(name: &str) {
    println!("Hello, {name}!");
}
