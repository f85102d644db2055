use std::io::{self, BufRead};

pub fn read_number(input: &mut dyn BufRead) -> io::Result<u32> {
    let mut line = String::new();
    input.read_line(&mut line)?;
    match line.trim().parse() {
        Ok(number) => Ok(number),
        Err(_) if !line.is_empty() => {
            println!("please enter a number");
            continue;
        }
        Err(_) => Err(io::ErrorKind::UnexpectedEof.into()),
    }
}
