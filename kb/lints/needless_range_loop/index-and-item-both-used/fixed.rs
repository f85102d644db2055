pub fn print_numbered(lines: &[String]) {
    for (i, line) in lines.iter().enumerate() {
        println!("{:>4} {}", i + 1, line);
    }
}
