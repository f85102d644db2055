fn send(text: String) {
    println!("sent {} bytes", text.len());
}

fn main() {
    let report = String::from("all is well");
    let submit = || send(report);
    submit();
    submit();
}
