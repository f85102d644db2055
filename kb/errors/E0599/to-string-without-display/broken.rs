pub struct Uptime {
    pub seconds: u64,
}

pub fn status_line(host: &str, uptime: &Uptime) -> String {
    let mut line = host.to_string();
    line.push_str(" up ");
    line.push_str(&uptime.to_string());
    line
}
