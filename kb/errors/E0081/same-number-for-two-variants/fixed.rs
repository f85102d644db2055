#[repr(u8)]
#[derive(Clone, Copy)]
pub enum Command {
    Start = 1,
    Stop = 2,
    Reset = 3,
}

pub fn encode(command: Command) -> u8 {
    command as u8
}
