fn longer(left: &str, right: &str) -> &str {
    if left.len() >= right.len() {
        left
    } else {
        right
    }
}

fn main() {
    let title = String::from("Monthly report");
    println!("{}", longer(&title, "Report"));
}
