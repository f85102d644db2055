//! What a script sees: the status and what is on standard error.

use std::process::{Command, Output};

fn run(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_exit-codes"))
        .args(args)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("the program starts")
}

#[test]
fn the_status_is_the_answer() {
    let same = run(&["Cargo.toml", "Cargo.toml"]);
    assert_eq!(same.status.code(), Some(0));
    let different = run(&["Cargo.toml", "src/main.rs"]);
    assert_eq!(different.status.code(), Some(1));
    assert!(different.stderr.is_empty());
}

#[test]
fn trouble_is_told_and_is_no_answer() {
    let missing = run(&["Cargo.toml", "nothing.txt"]);
    assert_eq!(missing.status.code(), Some(2));
    let said = String::from_utf8(missing.stderr).expect("it prints text");
    assert!(said.starts_with("exit-codes: nothing.txt: "), "{said}");
    assert_eq!(run(&["Cargo.toml"]).status.code(), Some(2));
}
