fn main() {
    let mut tasks = vec!["plan"];
    let ann = &mut tasks;
    ann.push("write");
    let ben = &mut tasks;
    ben.push("review");
    println!("{tasks:?}");
}
