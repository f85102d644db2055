pub trait Mailer {
    fn deliver(&mut self, to: &str) -> bool {
        !to.is_empty()
    }
}

pub struct TestMailer {
    pub sent: Vec<String>,
}

impl Mailer for TestMailer {}

impl TestMailer {
    pub fn send(&mut self, to: &str) -> bool {
        self.sent.push(to.to_string());
        true
    }
}
