fn log_line(text: &str) {
    println!("[info] {text}");
}

fn store(archive: &mut Vec<String>, text: String) {
    archive.push(text);
}

fn main() {
    let mut archive = Vec::new();
    let message = String::from("disk almost full");
    log_line(&message);
    store(&mut archive, message);
    println!("{} kept", archive.len());
}
