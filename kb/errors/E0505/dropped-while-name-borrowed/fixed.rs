struct Connection {
    host: String,
}

fn main() {
    let connection = Connection {
        host: "db.example".to_string(),
    };
    println!("closing connection to {}", connection.host);
    drop(connection);
}
