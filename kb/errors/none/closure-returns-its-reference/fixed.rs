fn main() {
    fn first_word(line: &str) -> &str {
        line.split(' ').next().unwrap_or("")
    }
    for line in ["start backup", "stop"] {
        println!("{}", first_word(line));
    }
}
