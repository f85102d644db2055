fn connect(host: &str, timeout_ms: u32) -> String {
    format!("{host} within {timeout_ms} ms")
}

pub fn connect_all(hosts: &[&str]) -> Vec<String> {
    hosts.iter().map(|host| connect(host)).collect()
}

pub fn connect_quickly(host: &str) -> String {
    connect(host, 100)
}
