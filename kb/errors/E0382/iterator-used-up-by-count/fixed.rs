fn main() {
    let log = "start\nload config\nready";
    println!("{} lines", log.lines().count());
    for line in log.lines() {
        println!("> {line}");
    }
}
