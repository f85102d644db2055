trait Job {
    fn run(self: Box<Self>);
}

struct Backup {
    target: String,
}

impl Job for Backup {
    fn run(self: Box<Self>) {
        println!("backup to {}", self.target);
    }
}

fn main() {
    let job: Box<dyn Job> = Box::new(Backup {
        target: "disk".to_string(),
    });
    job.run();
}
