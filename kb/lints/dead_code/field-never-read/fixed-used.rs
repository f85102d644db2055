#[derive(Debug)]
struct Session {
    id: u64,
    created_by: String,
}

fn main() {
    let session = Session {
        id: 7,
        created_by: String::from("login page"),
    };
    println!("session {} from {}", session.id, session.created_by);
}
