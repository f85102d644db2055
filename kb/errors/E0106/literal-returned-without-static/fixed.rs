fn status_text(code: u16) -> &'static str {
    match code {
        200 => "ok",
        404 => "not found",
        _ => "unknown",
    }
}

fn main() {
    println!("{}", status_text(404));
}
