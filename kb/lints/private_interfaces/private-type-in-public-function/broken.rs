struct Connection {
    address: String,
}

pub fn open(address: &str) -> Connection {
    Connection {
        address: address.to_string(),
    }
}

pub fn close(connection: Connection) -> String {
    connection.address
}
