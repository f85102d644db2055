pub struct Server {
    pub address: String,
    pub port: u16,
}

pub fn url(server: &Server) -> String {
    let Server {
        address: host,
        port,
    } = server;
    format!("http://{host}:{port}")
}
