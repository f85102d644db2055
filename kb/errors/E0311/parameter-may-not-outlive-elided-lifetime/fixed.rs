use std::fmt::Display;

struct Theme {
    prefix: String,
}

fn label<'a, T: Display + 'a>(theme: &'a Theme, value: T) -> Box<dyn Fn() -> String + 'a> {
    Box::new(move || format!("{}{value}", theme.prefix))
}

fn main() {
    let theme = Theme {
        prefix: "no. ".to_string(),
    };
    println!("{}", label(&theme, 7)());
}
