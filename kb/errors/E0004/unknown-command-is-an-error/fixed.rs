pub struct Worker {
    pub running: bool,
}

impl Worker {
    pub fn run(&mut self, command: &str) -> Result<(), String> {
        match command {
            "start" => self.running = true,
            "stop" => self.running = false,
            other => return Err(format!("unexpected value: {other}")),
        }
        Ok(())
    }
}
