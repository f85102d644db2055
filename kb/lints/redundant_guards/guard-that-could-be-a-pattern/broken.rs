pub fn exit_text(code: Option<i32>) -> String {
    match code {
        Some(code) if code == 0 => String::from("done"),
        Some(code) => format!("failed with {code}"),
        None => String::from("killed"),
    }
}
