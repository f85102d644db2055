use std::error::Error;

pub struct Listener {
    pub host: String,
    pub port: u16,
}

pub fn parse_address(text: &str) -> Result<Listener, Box<dyn Error>> {
    let (host, port) = text.split_once(':').ok_or("no port given")?;
    let Ok(port) = port.parse::<u16>();
    Ok(Listener {
        host: host.to_string(),
        port,
    })
}
