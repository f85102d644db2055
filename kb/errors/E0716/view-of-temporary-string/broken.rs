fn main() {
    let input = "  START Backup  ";
    let command = input.to_lowercase().trim();
    if command.starts_with("start") {
        println!("starting: {command}");
    }
}
