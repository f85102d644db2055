pub fn help(topic: Option<&str>) -> String {
    match topic {
        Some(topic) => format!("no help on {topic}"),
        None => "usage: backup FOLDER".to_string(),
    }
}
