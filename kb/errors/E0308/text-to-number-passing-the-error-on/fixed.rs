use std::env;
use std::error::Error;

pub struct Server {
    pub host: String,
    pub port: u16,
}

pub fn from_environment() -> Result<Server, Box<dyn Error>> {
    let host = env::var("HOST")?;
    let port = env::var("PORT")?.trim().parse()?;
    Ok(Server { host, port })
}
