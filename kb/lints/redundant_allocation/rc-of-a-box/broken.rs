use std::rc::Rc;

struct Config {
    name: String,
}

fn describe(config: Rc<Box<Config>>) -> String {
    format!("config {}", config.name)
}

fn main() {
    let name = String::from("nightly");
    let config = Rc::new(Box::new(Config { name }));
    println!("{}", describe(config));
}
