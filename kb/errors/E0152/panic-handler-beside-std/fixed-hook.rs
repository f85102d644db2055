use std::panic;

pub fn report_panics() {
    panic::set_hook(Box::new(|info| eprintln!("please tell us: {info}")));
}

pub fn checksum(bytes: &[u8]) -> u8 {
    bytes.iter().fold(0, |sum, byte| sum ^ byte)
}
