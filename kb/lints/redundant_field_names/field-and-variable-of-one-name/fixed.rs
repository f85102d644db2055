pub struct Endpoint {
    pub host: String,
    pub port: u16,
}

pub fn secure(host: String) -> Endpoint {
    Endpoint { host, port: 443 }
}
