fn main() {
    let input = "  START Backup  ";
    let lowercase = input.to_lowercase();
    let command = lowercase.trim();
    if command.starts_with("start") {
        println!("starting: {command}");
    }
}
