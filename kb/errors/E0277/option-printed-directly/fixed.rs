struct Printer {
    name: &'static str,
    pages_left: Option<u32>,
}

fn main() {
    let printer = Printer {
        name: "lobby",
        pages_left: None,
    };
    let pages = printer.pages_left.unwrap_or(0);
    println!("{}: {} pages left", printer.name, pages);
}
