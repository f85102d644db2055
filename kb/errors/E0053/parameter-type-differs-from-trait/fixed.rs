pub trait Wallet {
    fn charge(&mut self, cents: u64) -> bool;
}

pub struct Prepaid {
    pub left: u64,
}

impl Wallet for Prepaid {
    fn charge(&mut self, cents: u64) -> bool {
        match self.left.checked_sub(cents) {
            Some(left) => {
                self.left = left;
                true
            }
            None => false,
        }
    }
}
