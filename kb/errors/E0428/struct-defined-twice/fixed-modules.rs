pub mod order {
    #[derive(Debug)]
    pub enum Status {
        Open,
        Paid,
    }
}

pub mod http {
    #[derive(Debug)]
    pub struct Status {
        pub code: u16,
        pub reason: String,
    }
}
