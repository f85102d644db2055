use std::env;

fn main() {
    let first = env::args().nth(1);
    let verbose = first.is_some_and(|flag| flag.starts_with("-v"));
    if verbose {
        println!("verbose output is on");
    }
}
