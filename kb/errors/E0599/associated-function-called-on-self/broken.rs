pub struct Listener {
    port: u16,
}

impl Listener {
    fn is_valid_port(port: u16) -> bool {
        port >= 1024
    }

    pub fn move_to(&mut self, port: u16) {
        if self.is_valid_port(port) {
            self.port = port;
        }
    }
}
