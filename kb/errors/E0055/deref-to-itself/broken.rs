use std::ops::Deref;

struct Settings {
    names: Vec<String>,
}

impl Deref for Settings {
    type Target = Settings;

    fn deref(&self) -> &Self::Target {
        self
    }
}

fn main() {
    let settings = Settings {
        names: vec!["debug".to_string()],
    };
    println!("{}", settings.names.len());
    println!("{}", settings.len());
}
