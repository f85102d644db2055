pub enum Command {
    Move(i32, i32),
    Quit,
}

pub fn run(command: Command) -> bool {
    match command {
        Command::Move(dx, dy) => {
            println!("moving by {dx}, {dy}");
            true
        }
        Command::Quit => false,
    }
}
