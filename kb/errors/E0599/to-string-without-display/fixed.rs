use std::fmt;

pub struct Uptime {
    pub seconds: u64,
}

impl fmt::Display for Uptime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}h {}min", self.seconds / 3600, self.seconds / 60 % 60)
    }
}

pub fn status_line(host: &str, uptime: &Uptime) -> String {
    let mut line = host.to_string();
    line.push_str(" up ");
    line.push_str(&uptime.to_string());
    line
}
