fn slug(title: &str) -> String {
    title.trim().to_lowercase().replace(' ', "-")
}

fn main() {
    println!("{}", slug("Release Notes"));
}
