use log_env_logger::{import, start_logging};
use std::io::{self, Read};

fn main() -> io::Result<()> {
    let filter = std::env::var("RUST_LOG").unwrap_or_else(|_| "info".to_owned());
    start_logging(&filter, Box::new(io::stderr())).map_err(io::Error::other)?;
    let mut text = String::new();
    io::stdin().read_to_string(&mut text)?;
    println!("{}", import::numbers(&text).iter().sum::<i64>());
    Ok(())
}
