pub struct Channel {
    topic: String,
    changes: u32,
}

impl Channel {
    fn rename(&mut self, topic: String) {
        self.topic = topic;
        self.changes += 1;
    }

    pub fn handle(&mut self, command: &str) {
        if let Some(topic) = command.strip_prefix("/topic ") {
            self.rename(topic.trim().to_string());
        }
    }
}
