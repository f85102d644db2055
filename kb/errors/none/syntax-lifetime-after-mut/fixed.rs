pub struct Writer<'a> {
    pub buffer: &'a mut Vec<u8>,
}

impl Writer<'_> {
    pub fn byte(&mut self, byte: u8) {
        self.buffer.push(byte);
    }
}
