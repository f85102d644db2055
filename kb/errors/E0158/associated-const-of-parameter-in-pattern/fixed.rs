trait Protocol {
    const VERSION: u8;
}

struct Current;

impl Protocol for Current {
    const VERSION: u8 = 3;
}

fn accepts<P: Protocol>(version: u8) -> bool {
    version == P::VERSION
}

fn main() {
    println!("{}", accepts::<Current>(3));
}
