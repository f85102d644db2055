fn first_word<'a>(line: &'a str) -> &'a str {
    line.split(' ').next().unwrap_or("")
}

fn main() {
    let find = first_word::<'static>;
    println!("{}", find("error disk full"));
}
