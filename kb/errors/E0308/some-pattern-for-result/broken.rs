pub fn port_or_default(setting: &str) -> u16 {
    if let Some(port) = setting.parse::<u16>() {
        return port;
    }
    eprintln!("{setting} is no port, using 8080");
    8080
}
