pub struct Connection {
    buffer: Vec<u8>,
    received: u64,
}

impl Connection {
    pub fn receive(&mut self, byte: u8) {
        let buffer = &mut self.buffer;
        let received = &mut self.received;
        buffer.push(byte);
        *received += 1;
    }
}
