pub struct Connection {
    buffer: Vec<u8>,
    received: u64,
}

impl Connection {
    fn buffer_mut(&mut self) -> &mut Vec<u8> {
        &mut self.buffer
    }

    fn received_mut(&mut self) -> &mut u64 {
        &mut self.received
    }

    pub fn receive(&mut self, byte: u8) {
        let buffer = self.buffer_mut();
        let received = self.received_mut();
        buffer.push(byte);
        *received += 1;
    }
}
