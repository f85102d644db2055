mod upload {
    pub struct Upload {
        pub size: u64,
    }

    impl Upload {
        const LIMIT: u64 = 5_000_000;

        pub fn is_allowed(&self) -> bool {
            self.size <= Self::LIMIT
        }
    }
}

fn main() {
    let upload = upload::Upload { size: 100 };
    println!("{} of {}", upload.is_allowed(), upload::Upload::LIMIT);
}
