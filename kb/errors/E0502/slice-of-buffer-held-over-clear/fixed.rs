use std::io;

fn main() -> io::Result<()> {
    let mut buffer = String::new();
    let mut history = Vec::new();
    while io::stdin().read_line(&mut buffer)? > 0 {
        let command = buffer.trim().to_string();
        buffer.clear();
        history.push(command);
    }
    println!("{} commands", history.len());
    Ok(())
}
