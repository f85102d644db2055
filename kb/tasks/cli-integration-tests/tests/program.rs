use std::io::Write;
use std::process::{Command, Output, Stdio};

/// Run the program with these arguments and this text on its standard input.
fn run(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_cli-integration-tests"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut stdin = child.stdin.take().expect("it is piped");
    // A program that refuses its arguments may be gone before it has read anything.
    let _ = stdin.write_all(input);
    drop(stdin);
    child.wait_with_output().expect("the program ends")
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).expect("UTF-8")
}

#[test]
fn the_sum_goes_to_standard_output() {
    let output = run(&[], b"1\n\n 2 \n-10\n");
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(text(&output.stdout), "-7\n");
    assert_eq!(text(&output.stderr), "");
}

#[test]
fn no_input_is_a_sum_of_nothing() {
    assert_eq!(text(&run(&[], b"").stdout), "0\n");
}

#[test]
fn a_bad_line_is_named_on_standard_error() {
    let output = run(&[], b"1\ntwo\n");
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(text(&output.stdout), "");
    assert_eq!(
        text(&output.stderr),
        "error: line 2: \"two\" is no number\n"
    );
}

#[test]
fn bytes_that_are_no_text_are_an_error_too() {
    let output = run(&[], b"\xff\n");
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("UTF-8"));
}

#[test]
fn arguments_are_refused_with_the_usage() {
    let output = run(&["--help"], b"1\n");
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).starts_with("usage: "));
}

#[test]
fn the_largest_numbers_do_not_overflow() {
    let input = format!("{0}\n{0}\n", i64::MAX);
    assert_eq!(
        text(&run(&[], input.as_bytes()).stdout),
        "18446744073709551614\n"
    );
}
