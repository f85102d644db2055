pub fn print_until_blank(lines: &[String]) {
    for line in lines.iter() {
        if line.is_empty() {
            break;
        }
        println!("{line}");
    }
}
