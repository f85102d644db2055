pub struct Habit {
    pub name: String,
    pub done: Vec<bool>,
}

pub fn missed_days(habit: &Habit) -> Vec<usize> {
    (0..habit.done.len())
        .iter()
        .filter(|day| !habit.done[*day])
        .collect()
}
