fn send(host: &str, payload: Vec<u8>) {
    println!("{host}: {} bytes", payload.len());
}

fn main() {
    let hosts = ["alpha", "beta", "gamma"];
    let payload = vec![1, 2, 3, 4];
    for host in hosts {
        send(host, payload.clone());
    }
}
