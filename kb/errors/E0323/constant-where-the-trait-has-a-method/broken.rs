pub trait Queue {
    fn limit(&self) -> usize {
        100
    }
}

pub struct Mailbox;

impl Queue for Mailbox {
    const limit: usize = 20;
}
