pub fn is_registered(port: u16) -> bool {
    (1024..=49151).contains(&port)
}
