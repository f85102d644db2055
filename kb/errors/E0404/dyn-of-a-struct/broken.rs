pub struct Logger {
    pub prefix: String,
}

pub struct Service {
    pub logger: Box<dyn Logger>,
}

impl Service {
    pub fn report(&self, message: &str) {
        eprintln!("{} {message}", self.logger.prefix);
    }
}
