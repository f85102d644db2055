use std::time::Duration;

impl From<String> for Duration {
    fn from(text: String) -> Duration {
        let seconds = text.trim_end_matches('s').parse().unwrap_or(0);
        Duration::from_secs(seconds)
    }
}

pub fn longest(pauses: Vec<String>) -> Option<Duration> {
    pauses.into_iter().map(Duration::from).max()
}
