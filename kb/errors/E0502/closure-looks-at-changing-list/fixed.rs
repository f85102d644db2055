fn main() {
    let mut queue = vec!["backup", "cleanup"];
    let show = |queue: &[&str]| println!("waiting: {}", queue.join(", "));
    show(&queue);
    queue.push("reindex");
    show(&queue);
}
