struct Printer {
    name: &'static str,
    pages_left: Option<u32>,
}

fn main() {
    let printer = Printer {
        name: "lobby",
        pages_left: None,
    };
    println!("{}: {:?} pages left", printer.name, printer.pages_left);
}
