fn each_line(text: &str, visit: impl Fn(&str)) {
    for line in text.lines() {
        visit(line);
    }
}

fn main() {
    let show = |line: &str| println!("> {line}");
    each_line("start\nready", show);
}
