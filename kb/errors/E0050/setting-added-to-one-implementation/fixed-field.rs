pub trait Sender {
    fn send(&self, text: &str) -> bool;
}

pub struct Mail {
    pub online: bool,
    pub attempts: u32,
}

impl Sender for Mail {
    fn send(&self, text: &str) -> bool {
        (0..self.attempts).any(|_| self.online && !text.is_empty())
    }
}
