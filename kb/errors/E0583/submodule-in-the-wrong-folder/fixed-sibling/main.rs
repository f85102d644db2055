mod client;
mod retry;

fn main() {
    println!("{}", client::fetch("/status"));
}
