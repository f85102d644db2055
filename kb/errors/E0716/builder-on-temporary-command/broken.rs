use std::io;
use std::process::Command;

fn main() -> io::Result<()> {
    let list = Command::new("ls").arg("-l");
    let status = list.status()?;
    println!("finished: {status}");
    Ok(())
}
