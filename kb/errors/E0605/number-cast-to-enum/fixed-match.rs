#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Command {
    Ping = 1,
    Reset = 2,
}

pub fn read_command(packet: &[u8]) -> Option<Command> {
    let code = *packet.first()?;
    match code {
        1 => Some(Command::Ping),
        2 => Some(Command::Reset),
        _ => None,
    }
}
