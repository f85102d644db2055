static EVENTS: Vec<String> = Vec::new();

pub fn record(event: &str) -> usize {
    EVENTS.push(event.to_string());
    EVENTS.len()
}
