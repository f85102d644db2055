const DEFAULT_VERBOSITY: u8 = 1;

fn main() {
    let mut verbosity = DEFAULT_VERBOSITY;
    if std::env::args().any(|arg| arg == "-v") {
        verbosity = 2;
    }
    println!("verbosity {verbosity}");
}
