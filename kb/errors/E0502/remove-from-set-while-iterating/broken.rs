use std::collections::HashSet;

fn main() {
    let mut blocked = HashSet::from(["tmp.example", "db.example", "tmp.test"]);
    for host in blocked.iter() {
        if host.starts_with("tmp.") {
            blocked.remove(host);
        }
    }
    println!("{} hosts blocked", blocked.len());
}
