fn visit(lines: &[&str], mut each: impl FnMut(&str)) {
    for line in lines {
        each(line);
    }
}

fn main() {
    let mut errors = 0;
    visit(&["ok", "error: disk"], |line| {
        if line.starts_with("error") {
            errors += 1;
        }
    });
    println!("{errors} errors");
}
