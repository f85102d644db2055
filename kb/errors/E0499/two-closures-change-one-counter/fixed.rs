use std::cell::Cell;

fn main() {
    let open = Cell::new(0);
    let connect = || open.set(open.get() + 1);
    let disconnect = || open.set(open.get() - 1);
    connect();
    connect();
    disconnect();
    println!("{} connections open", open.get());
}
