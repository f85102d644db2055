fn main() {
    let mut tasks = vec!["plan"];
    let ann = &mut tasks;
    let ben = &mut tasks;
    ann.push("write");
    ben.push("review");
    println!("{tasks:?}");
}
