use std::collections::HashSet;

fn main() {
    let mut blocked = HashSet::from(["tmp.example", "db.example", "tmp.test"]);
    blocked.retain(|host| !host.starts_with("tmp."));
    println!("{} hosts blocked", blocked.len());
}
