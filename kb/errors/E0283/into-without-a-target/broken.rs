pub fn greet(name: &str) {
    let name = name.into();
    println!("Hello {name}");
}

pub fn example() {
    greet("Ada");
}
