use std::fmt::Display;

struct Theme {
    prefix: String,
}

fn label<T: Display>(theme: &Theme, value: T) -> Box<dyn Fn() -> String + '_> {
    Box::new(move || format!("{}{value}", theme.prefix))
}

fn main() {
    let theme = Theme {
        prefix: "no. ".to_string(),
    };
    println!("{}", label(&theme, 7)());
}
