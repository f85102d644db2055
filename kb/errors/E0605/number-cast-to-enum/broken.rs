#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Command {
    Ping = 1,
    Reset = 2,
}

pub fn read_command(packet: &[u8]) -> Option<Command> {
    let code = *packet.first()?;
    Some(code as Command)
}
