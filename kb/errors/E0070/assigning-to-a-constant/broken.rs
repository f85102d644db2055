const VERBOSITY: u8 = 1;

fn main() {
    if std::env::args().any(|arg| arg == "-v") {
        VERBOSITY = 2;
    }
    println!("verbosity {VERBOSITY}");
}
