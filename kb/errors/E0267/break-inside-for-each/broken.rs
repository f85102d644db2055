pub fn print_until_blank(lines: &[String]) {
    lines.iter().for_each(|line| {
        if line.is_empty() {
            break;
        }
        println!("{line}");
    });
}
