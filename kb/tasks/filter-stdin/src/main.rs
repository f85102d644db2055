use std::io::{self, BufWriter};

use filter_stdin::{ignore_broken_pipe, number_lines};

fn main() -> io::Result<()> {
    let mut output = BufWriter::new(io::stdout().lock());
    ignore_broken_pipe(number_lines(io::stdin().lock(), &mut output))?;
    Ok(())
}
