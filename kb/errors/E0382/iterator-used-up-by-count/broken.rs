fn main() {
    let log = "start\nload config\nready";
    let lines = log.lines();
    println!("{} lines", lines.count());
    for line in lines {
        println!("> {line}");
    }
}
