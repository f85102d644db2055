mod ids {
    #[derive(Debug)]
    pub struct UserId(u64);

    impl UserId {
        pub fn new(id: u64) -> Option<UserId> {
            (id < 1_000_000).then_some(UserId(id))
        }

        pub fn is_admin(&self) -> bool {
            self.0 == 0
        }
    }
}

fn main() {
    if let Some(id) = ids::UserId::new(42) {
        println!("{id:?} {}", id.is_admin());
    }
}
