mod queue {
    pub struct Queue {
        jobs: Vec<String>,
    }

    impl Queue {
        fn new() -> Queue {
            Queue { jobs: Vec::new() }
        }

        pub fn push(&mut self, job: &str) -> usize {
            self.jobs.push(job.to_string());
            self.jobs.len()
        }
    }
}

fn main() {
    let mut queue = queue::Queue::new();
    println!("{}", queue.push("backup"));
}
