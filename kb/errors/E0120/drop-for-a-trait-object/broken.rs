pub trait Connection {
    fn close(&mut self);
}

pub struct Pool {
    pub connections: Vec<Box<dyn Connection>>,
}

impl Drop for dyn Connection {
    fn drop(&mut self) {
        self.close();
    }
}
