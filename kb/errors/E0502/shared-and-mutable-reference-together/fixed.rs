fn main() {
    let mut report = String::from("Total: ");
    report.push_str("42 orders");
    let view = &report;
    println!("{view}");
}
