pub struct Server {
    pub stopping: bool,
    pub reload: bool,
}

impl Server {
    pub fn on_signal(&mut self, signal: i32) {
        match signal {
            1 => self.reload = true,
            15 => self.stopping = true,
            _ => {}
        }
    }
}
