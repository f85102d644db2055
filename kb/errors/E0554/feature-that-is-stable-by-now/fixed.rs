fn describe(port: Option<u16>) -> String {
    if let Some(port) = port
        && port < 1024
    {
        format!("port {port} needs root")
    } else {
        "fine".to_string()
    }
}

fn main() {
    println!("{}", describe(Some(80)));
}
