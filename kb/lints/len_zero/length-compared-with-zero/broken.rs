pub fn status(queue: &[String]) -> &'static str {
    if queue.len() == 0 { "idle" } else { "busy" }
}
