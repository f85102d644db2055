pub struct Endpoint {
    pub host: String,
    pub port: u16,
}

pub fn address(endpoint: &Endpoint) -> String {
    let Endpoint { host, port } = endpoint;
    format!("{host}:{port}")
}
