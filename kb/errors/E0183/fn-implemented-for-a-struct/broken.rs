struct Greeter {
    greeting: String,
}

impl Greeter {
    fn greet(&self, name: &str) -> String {
        format!("{}, {name}!", self.greeting)
    }
}

impl Fn(&str) -> String for Greeter {}

fn welcome(names: &[&str], greet: impl Fn(&str) -> String) -> Vec<String> {
    names.iter().map(|name| greet(name)).collect()
}

fn main() {
    let greeter = Greeter {
        greeting: "Hello".to_string(),
    };
    println!("{:?}", welcome(&["Ada", "Grace"], greeter));
}
