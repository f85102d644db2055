use std::str::FromStr;

#[derive(Debug)]
pub enum Priority {
    Normal,
    Urgent,
}

impl FromStr for Priority {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text {
            "normal" => Ok(Priority::Normal),
            "urgent" => Ok(Priority::Urgent),
            other => Err(format!("unknown priority: {other}")),
        }
    }
}

pub struct Ticket {
    pub title: String,
    pub priority: Priority,
}

pub fn ticket(title: String, priority: &str) -> Result<Ticket, String> {
    Ok(Ticket {
        title,
        priority: priority.parse()?,
    })
}
