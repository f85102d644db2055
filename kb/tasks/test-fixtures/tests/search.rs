mod common;

use common::Notes;
use std::io::ErrorKind;
use test_fixtures::find_notes;

#[test]
fn only_notes_with_the_word_are_found() {
    let notes = Notes::new()
        .with("b.txt", "milk and tea")
        .with("a.txt", "tea")
        .with("c.txt", "coffee")
        .with("tea.md", "tea")
        .with("old/d.txt", "tea");
    assert_eq!(
        find_notes(notes.path(), "tea").expect("readable"),
        ["a.txt", "b.txt"]
    );
}

#[test]
fn bytes_that_are_no_text_do_no_harm() {
    let notes = Notes::new().with("a.txt", b"\xff\xfe tea");
    assert_eq!(
        find_notes(notes.path(), "tea").expect("readable"),
        ["a.txt"]
    );
}

#[test]
fn an_empty_folder_has_no_notes() {
    let notes = Notes::new();
    assert!(find_notes(notes.path(), "").expect("readable").is_empty());
}

#[test]
fn a_fixture_leaves_nothing_behind() {
    let notes = Notes::new().with("a.txt", "");
    let path = notes.path().to_owned();
    assert!(path.exists());
    drop(notes);
    let error = find_notes(&path, "tea").expect_err("the folder is gone");
    assert_eq!(error.kind(), ErrorKind::NotFound);
}
