fn first_word(line: &str) -> &str {
    line.split(' ').next().unwrap_or("")
}

fn main() {
    let find = first_word;
    println!("{}", find("error disk full"));
}
