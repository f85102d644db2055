pub fn print_section(title: &str, lines: &[String]) {
    println!("{title}");
    println!("");
    for line in lines {
        println!("  {line}");
    }
}
