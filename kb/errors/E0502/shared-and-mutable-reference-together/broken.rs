fn main() {
    let mut report = String::from("Total: ");
    let view = &report;
    let editor = &mut report;
    editor.push_str("42 orders");
    println!("{view}");
}
