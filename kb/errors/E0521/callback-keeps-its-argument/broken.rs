fn visit(text: &str, mut each: impl FnMut(&str)) {
    for line in text.lines() {
        each(&line.to_lowercase());
    }
}

fn main() {
    let mut errors = Vec::new();
    visit("ok\nERROR: disk", |line| {
        if line.starts_with("error") {
            errors.push(line);
        }
    });
    println!("{} errors", errors.len());
}
