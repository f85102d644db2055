use std::collections::HashMap;

pub struct Server {
    pub port: u16,
    pub verbose: bool,
}

pub fn from_settings(settings: &HashMap<String, u16>) -> Server {
    let port = settings.get("port").copied();
    Server {
        port: port,
        verbose: settings.contains_key("verbose"),
    }
}
