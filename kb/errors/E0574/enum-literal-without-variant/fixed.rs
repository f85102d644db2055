pub enum Command {
    Move { dx: i32, dy: i32 },
    Stop,
}

pub fn parse(text: &str) -> Command {
    match text {
        "left" => Command::Move { dx: -1, dy: 0 },
        "right" => Command::Move { dx: 1, dy: 0 },
        _ => Command::Stop,
    }
}
