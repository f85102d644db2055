pub trait Notify {
    fn notify(&self, text: &str) -> bool;
}

pub struct SmsGateway {
    pub credit: u32,
}

impl SmsGateway {
    fn notify(&self, text: &str) -> bool {
        self.credit > 0 && text.len() <= 160
    }
}

fn announce<N: Notify>(target: &N) -> bool {
    target.notify("maintenance at 10 pm")
}

pub fn announce_by_sms(gateway: &SmsGateway) -> bool {
    gateway.notify("test") && announce(gateway)
}
