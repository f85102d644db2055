static mut REJECTED: usize = 0;

pub fn accept(packet: &[u8]) -> bool {
    let valid = packet.len() >= 4 && packet[0] == 0x7e;
    if !valid {
        REJECTED += 1;
    }
    valid
}
