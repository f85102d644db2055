pub struct Task {
    pub name: String,
    pub repeat: bool,
}

pub fn plan_repeats(tasks: &mut Vec<Task>) {
    for task in tasks.iter() {
        if task.repeat {
            tasks.push(Task {
                name: task.name.clone(),
                repeat: false,
            });
        }
    }
}
