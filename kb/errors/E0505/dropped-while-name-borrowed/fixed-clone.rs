struct Connection {
    host: String,
}

fn main() {
    let connection = Connection {
        host: "db.example".to_string(),
    };
    let host = connection.host.clone();
    drop(connection);
    println!("closed connection to {host}");
}
