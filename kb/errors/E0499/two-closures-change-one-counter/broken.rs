fn main() {
    let mut open = 0;
    let mut connect = || open += 1;
    let mut disconnect = || open -= 1;
    connect();
    connect();
    disconnect();
    println!("{open} connections open");
}
