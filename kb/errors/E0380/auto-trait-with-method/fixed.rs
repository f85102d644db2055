trait Identified {
    fn id(&self) -> u32 {
        0
    }
}

struct User {
    number: u32,
}

impl Identified for User {
    fn id(&self) -> u32 {
        self.number
    }
}

fn main() {
    println!("{}", User { number: 8 }.id());
}
