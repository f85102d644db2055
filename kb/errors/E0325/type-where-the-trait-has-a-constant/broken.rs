pub trait Packet {
    const SIZE: usize = 0;
}

pub struct Ping {
    pub sequence: u16,
}

impl Packet for Ping {
    type SIZE = usize;
}
