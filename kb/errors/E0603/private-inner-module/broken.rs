mod storage {
    mod backend {
        pub fn open(path: &str) -> String {
            format!("file:{path}")
        }
    }
}

fn main() {
    println!("{}", storage::backend::open("orders.db"));
}
