auto trait Readable<By> {}

struct Admin;
struct Report;

fn open<By, T: Readable<By>>(_thing: &T, _by: &By) -> &'static str {
    "opened"
}

fn main() {
    println!("{}", open(&Report, &Admin));
}
