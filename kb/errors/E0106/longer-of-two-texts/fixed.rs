fn longer<'a>(left: &'a str, right: &'a str) -> &'a str {
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
