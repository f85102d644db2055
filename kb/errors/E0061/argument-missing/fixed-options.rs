struct Options {
    timeout_ms: u32,
}

impl Default for Options {
    fn default() -> Self {
        Options { timeout_ms: 5_000 }
    }
}

fn connect(host: &str, options: Options) -> String {
    format!("{host} within {} ms", options.timeout_ms)
}

pub fn connect_all(hosts: &[&str]) -> Vec<String> {
    hosts
        .iter()
        .map(|host| connect(host, Options::default()))
        .collect()
}

pub fn connect_quickly(host: &str) -> String {
    connect(host, Options { timeout_ms: 100 })
}
