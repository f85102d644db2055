#[derive(Debug)]
struct Session {
    id: u64,
}

fn main() {
    let session = Session { id: 7 };
    println!("session {}", session.id);
}
