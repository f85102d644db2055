pub enum Task {
    Waiting,
    Ready(u64),
}

use Task::*;

pub fn is_ready(task: &Task) -> bool {
    match task {
        Waiting => false,
        Ready(_) => true,
    }
}
