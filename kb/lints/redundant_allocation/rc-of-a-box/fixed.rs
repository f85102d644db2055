use std::rc::Rc;

struct Config {
    name: String,
}

fn describe(config: Rc<Config>) -> String {
    format!("config {}", config.name)
}

fn main() {
    let name = String::from("nightly");
    println!("{}", describe(Rc::new(Config { name })));
}
