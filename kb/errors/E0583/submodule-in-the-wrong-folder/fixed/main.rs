mod client;

fn main() {
    println!("{}", client::fetch("/status"));
}
