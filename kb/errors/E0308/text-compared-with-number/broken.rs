use std::io;

const SECRET: u32 = 42;

fn main() -> io::Result<()> {
    let mut attempt = String::new();
    io::stdin().read_line(&mut attempt)?;
    if attempt > SECRET {
        println!("too large");
    }
    Ok(())
}
