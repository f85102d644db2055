use std::env;

fn main() {
    let first = env::args().nth(1);
    let verbose = first.starts_with("-v");
    if verbose {
        println!("verbose output is on");
    }
}
