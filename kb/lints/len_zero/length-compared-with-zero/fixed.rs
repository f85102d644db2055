pub fn status(queue: &[String]) -> &'static str {
    if queue.is_empty() { "idle" } else { "busy" }
}
