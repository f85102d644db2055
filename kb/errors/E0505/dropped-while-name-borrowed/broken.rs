struct Connection {
    host: String,
}

fn main() {
    let connection = Connection {
        host: "db.example".to_string(),
    };
    let host = &connection.host;
    drop(connection);
    println!("closed connection to {host}");
}
