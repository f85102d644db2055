use std::fmt;

struct Job {
    id: u32,
}

fn main() {
    impl fmt::Display for Job {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            write!(f, "job {}", self.id)
        }
    }

    println!("{}", Job { id: 3 });
}
