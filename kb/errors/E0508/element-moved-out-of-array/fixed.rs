fn main() {
    let hosts = [String::from("db1"), String::from("db2")];
    let primary = &hosts[0];
    println!("connecting to {primary}, {} known", hosts.len());
}
