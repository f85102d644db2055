use std::time::Duration;

fn parse_pause(text: &str) -> Duration {
    let seconds = text.trim_end_matches('s').parse().unwrap_or(0);
    Duration::from_secs(seconds)
}

pub fn longest(pauses: &[String]) -> Option<Duration> {
    pauses.iter().map(|text| parse_pause(text)).max()
}
