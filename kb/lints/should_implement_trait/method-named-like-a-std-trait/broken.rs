pub struct Time {
    pub hour: u8,
    pub minute: u8,
}

impl Time {
    pub fn from_str(text: &str) -> Option<Time> {
        let (hour, minute) = text.split_once(':')?;
        Some(Time {
            hour: hour.parse().ok()?,
            minute: minute.parse().ok()?,
        })
    }
}
