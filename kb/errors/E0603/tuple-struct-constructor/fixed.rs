mod ids {
    #[derive(Debug)]
    pub struct UserId(pub u64);

    impl UserId {
        pub fn is_admin(&self) -> bool {
            self.0 == 0
        }
    }
}

fn main() {
    let id = ids::UserId(42);
    println!("{id:?} {}", id.is_admin());
}
