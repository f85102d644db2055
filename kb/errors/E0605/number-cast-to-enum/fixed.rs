#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Command {
    Ping = 1,
    Reset = 2,
}

impl TryFrom<u8> for Command {
    type Error = u8;

    fn try_from(code: u8) -> Result<Self, u8> {
        match code {
            1 => Ok(Command::Ping),
            2 => Ok(Command::Reset),
            other => Err(other),
        }
    }
}

pub fn read_command(packet: &[u8]) -> Option<Command> {
    let code = *packet.first()?;
    Command::try_from(code).ok()
}
