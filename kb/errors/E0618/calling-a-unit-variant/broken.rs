#[derive(Debug, PartialEq)]
pub enum Event {
    Line(String),
    Closed,
}

pub fn next_event(input: Option<&str>) -> Event {
    match input {
        Some(text) => Event::Line(text.to_string()),
        None => Event::Closed(),
    }
}
