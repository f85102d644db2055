pub struct Connection {
    buffer: Vec<u8>,
    received: u64,
}

impl Connection {
    fn parts_mut(&mut self) -> (&mut Vec<u8>, &mut u64) {
        (&mut self.buffer, &mut self.received)
    }

    pub fn receive(&mut self, byte: u8) {
        let (buffer, received) = self.parts_mut();
        buffer.push(byte);
        *received += 1;
    }
}
