pub fn banner(services: &[&str]) -> String {
    let mut banner = String::from("running:");
    for service in services {
        banner.push(' ');
        banner.push_str(service);
    }
    banner
}
