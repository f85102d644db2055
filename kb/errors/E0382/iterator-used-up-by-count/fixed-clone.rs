fn main() {
    let log = "start\nload config\nready";
    let lines = log.lines();
    println!("{} lines", lines.clone().count());
    for line in lines {
        println!("> {line}");
    }
}
