use std::io;
use std::process::Command;

fn main() -> io::Result<()> {
    let mut list = Command::new("ls");
    list.arg("-l");
    let status = list.status()?;
    println!("finished: {status}");
    Ok(())
}
