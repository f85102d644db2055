use std::io;

const SECRET: u32 = 42;

fn main() -> io::Result<()> {
    let mut attempt = String::new();
    io::stdin().read_line(&mut attempt)?;
    let Ok(attempt) = attempt.trim().parse::<u32>() else {
        println!("please type a number");
        return Ok(());
    };
    if attempt > SECRET {
        println!("too large");
    }
    Ok(())
}
