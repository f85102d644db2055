fn slug(title: &str) -> &str {
    let cleaned = title.trim().to_lowercase().replace(' ', "-");
    &cleaned
}

fn main() {
    println!("{}", slug("Release Notes"));
}
