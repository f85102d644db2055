use std::fmt;

struct Job {
    id: u32,
}

impl fmt::Display for Job {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "job {}", self.id)
    }
}

fn main() {
    println!("{}", Job { id: 3 });
}
