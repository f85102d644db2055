fn main() {
    let prefix = String::from("sensor-");
    let label = |id: u32| format!("{prefix}{id}");
    for id in 1..=3 {
        println!("{}", label(id));
    }
    println!("prefix was {prefix}");
}
