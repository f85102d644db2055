pub fn print_numbered(lines: &[String]) {
    for i in 0..lines.len() {
        println!("{:>4} {}", i + 1, lines[i]);
    }
}
