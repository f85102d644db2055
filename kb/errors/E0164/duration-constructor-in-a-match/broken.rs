use std::time::Duration;

pub fn describe(pause: Duration) -> String {
    match pause {
        Duration::from_secs(0) => "at once".to_string(),
        pause => format!("after {} ms", pause.as_millis()),
    }
}
