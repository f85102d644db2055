pub struct Socket {
    pub id: u32,
}

impl Drop for Socket {
    fn drop(&mut self) {
        println!("closing socket {}", self.id);
    }
}

pub struct Session {
    pub user: String,
    pub socket: Socket,
}

impl Drop for Session {
    fn drop(&mut self) {
        println!("{} logs out", self.user);
    }
}
