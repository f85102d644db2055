pub enum Command {
    Resize(u32),
    Quit,
}

pub fn new_width(command: Option<Command>) -> u32 {
    match command {
        Some(command) => match command {
            Command::Resize(width) => width,
            _ => 80,
        },
        _ => 80,
    }
}
