const HELP: &str = include_str!("help.txt");

fn main() {
    println!("{HELP}");
}
