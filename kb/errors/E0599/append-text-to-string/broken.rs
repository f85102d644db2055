pub fn banner(services: &[&str]) -> String {
    let mut banner = String::from("running:");
    for service in services {
        banner.push(' ');
        banner.append(service);
    }
    banner
}
