pub struct Task {
    pub name: String,
    pub repeat: bool,
}

pub fn plan_repeats(tasks: &mut Vec<Task>) {
    let mut repeats = Vec::new();
    for task in tasks.iter() {
        if task.repeat {
            repeats.push(Task {
                name: task.name.clone(),
                repeat: false,
            });
        }
    }
    tasks.extend(repeats);
}
