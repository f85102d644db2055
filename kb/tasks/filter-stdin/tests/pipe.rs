//! The program itself, with a real pipe on both sides.

use std::io::{Read, Write};
use std::process::{Command, Stdio};

#[test]
fn the_program_ends_well_when_nobody_reads_on() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_filter-stdin"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut input = child.stdin.take().expect("it has an input");
    let feeder = std::thread::spawn(move || {
        // more than any pipe holds, until the program closes its side
        while input.write_all(&[b'\n'; 8192]).is_ok() {}
    });
    let mut output = child.stdout.take().expect("it has an output");
    let mut first = [0; 8];
    output.read_exact(&mut first).expect("it prints");
    assert_eq!(&first, b"     1  ");
    drop(output);
    assert!(child.wait().expect("it ends").success());
    feeder.join().expect("the feeder stops");
}
