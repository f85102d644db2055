pub struct Device {
    pub online: bool,
}

pub fn decode(packet: &[u8; 4]) -> Device {
    Device {
        online: packet[2] != 0,
    }
}
