pub trait Connection {
    fn close(&mut self);
}

pub struct Pool {
    pub connections: Vec<Box<dyn Connection>>,
}

impl Drop for Pool {
    fn drop(&mut self) {
        for connection in &mut self.connections {
            connection.close();
        }
    }
}
