pub fn greet(name: &str) {
    let name = name.to_string();
    println!("Hello {name}");
}

pub fn example() {
    greet("Ada");
}
