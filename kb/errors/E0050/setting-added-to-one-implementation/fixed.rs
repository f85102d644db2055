pub trait Sender {
    fn send(&self, text: &str, attempts: u32) -> bool;
}

pub struct Mail {
    pub online: bool,
}

impl Sender for Mail {
    fn send(&self, text: &str, attempts: u32) -> bool {
        (0..attempts).any(|_| self.online && !text.is_empty())
    }
}
