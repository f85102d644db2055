use std::collections::HashSet;

pub fn distinct_hosts(urls: &[&str]) -> usize {
    let mut hosts = HashSet::new();
    for url in urls {
        if let Some((host, _)) = url.split_once('/') {
            hosts.insert(host);
        }
    }
    hosts.len()
}
