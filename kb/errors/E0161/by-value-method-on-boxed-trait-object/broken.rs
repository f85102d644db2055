trait Job {
    fn run(self);
}

struct Backup {
    target: String,
}

impl Job for Backup {
    fn run(self) {
        println!("backup to {}", self.target);
    }
}

fn main() {
    let job: Box<dyn Job> = Box::new(Backup {
        target: "disk".to_string(),
    });
    job.run();
}
