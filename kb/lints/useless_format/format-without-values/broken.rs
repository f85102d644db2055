pub fn help(topic: Option<&str>) -> String {
    match topic {
        Some(topic) => format!("no help on {topic}"),
        None => format!("usage: backup FOLDER"),
    }
}
