const HELP: &str = include_str!("src/help.txt");

fn main() {
    println!("{HELP}");
}
