pub fn user_port(port: Option<u16>) -> Option<u16> {
    port.filter(|port| *port > 1023)
}
