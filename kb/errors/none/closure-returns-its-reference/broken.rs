fn main() {
    let first_word = |line: &str| line.split(' ').next().unwrap_or("");
    for line in ["start backup", "stop"] {
        println!("{}", first_word(line));
    }
}
