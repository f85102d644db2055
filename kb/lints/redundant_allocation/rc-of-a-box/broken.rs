use std::rc::Rc;

struct Config {
    name: String,
}

fn describe(config: Rc<Box<Config>>) -> String {
    format!("config {}", config.name)
}

fn main() {
    let name = String::from("nightly");
    println!("{}", describe(Rc::new(Box::new(Config { name }))));
}
