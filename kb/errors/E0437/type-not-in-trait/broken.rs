pub struct Connection {
    pub id: u32,
}

impl Drop for Connection {
    type Error = std::io::Error;

    fn drop(&mut self) {
        println!("closing connection {}", self.id);
    }
}
