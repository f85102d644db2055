#[derive(Debug)]
pub enum Priority {
    Normal,
    Urgent,
}

pub struct Ticket {
    pub title: String,
    pub priority: Priority,
}

pub fn outage(title: String) -> Ticket {
    Ticket {
        title,
        priority: Priority::Urgent,
    }
}
