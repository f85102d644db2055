fn main() {
    let mut tasks = vec!["plan"];
    tasks.push("write");
    tasks.push("review");
    println!("{tasks:?}");
}
