pub struct Schedule {
    pub name: String,
    pub retry_minutes: Vec<u32>,
}

pub fn default_schedule() -> Schedule {
    Schedule {
        name: String::from("default"),
        retry_minutes: vec![1, 5, 30],
    }
}
