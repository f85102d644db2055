pub enum Job {
    Done { seconds: u64 },
    Failed { code: i32 },
}

pub fn exit_code(job: &Job) -> i32 {
    match job {
        Job::Done { .. } => 0,
        Job::Failed { code } => *code,
    }
}
