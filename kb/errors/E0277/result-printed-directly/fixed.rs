pub fn report(text: &str) {
    match text.parse::<u16>() {
        Ok(port) => println!("port: {port}"),
        Err(error) => println!("no port: {error}"),
    }
}
