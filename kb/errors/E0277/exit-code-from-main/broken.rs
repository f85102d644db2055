use std::env;

fn main() -> i32 {
    if env::args().len() < 2 {
        eprintln!("usage: greet NAME");
        return 2;
    }
    0
}
