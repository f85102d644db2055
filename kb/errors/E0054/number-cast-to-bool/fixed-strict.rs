pub struct Device {
    pub online: bool,
}

pub fn decode(packet: &[u8; 4]) -> Option<Device> {
    let online = match packet[2] {
        0 => false,
        1 => true,
        _ => return None,
    };
    Some(Device { online })
}
