mod storage {
    mod backend {
        pub fn open(path: &str) -> String {
            format!("file:{path}")
        }
    }

    pub use backend::open;
}

fn main() {
    println!("{}", storage::open("orders.db"));
}
