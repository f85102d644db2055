pub enum Task {
    Waiting,
    Ready(u64),
}

pub fn is_ready(task: &Task) -> bool {
    matches!(task, Task::Ready(_))
}
