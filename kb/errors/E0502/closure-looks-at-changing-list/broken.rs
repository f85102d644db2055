fn main() {
    let mut queue = vec!["backup", "cleanup"];
    let show = || println!("waiting: {}", queue.join(", "));
    show();
    queue.push("reindex");
    show();
}
