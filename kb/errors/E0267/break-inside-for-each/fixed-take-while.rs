pub fn print_until_blank(lines: &[String]) {
    lines
        .iter()
        .take_while(|line| !line.is_empty())
        .for_each(|line| println!("{line}"));
}
