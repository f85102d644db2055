use guess_the_number::{LARGEST, play};
use rand::RngExt;
use std::io;

fn main() -> io::Result<()> {
    let secret = rand::rng().random_range(1..=LARGEST);
    play(secret, io::stdin().lock(), io::stdout().lock())?;
    Ok(())
}
