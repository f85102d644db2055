pub trait Queue {
    fn limit(&self) -> usize {
        100
    }
}

pub struct Mailbox;

impl Queue for Mailbox {
    fn limit(&self) -> usize {
        20
    }
}
