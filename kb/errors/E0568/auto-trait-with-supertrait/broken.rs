auto trait Message: Clone {}

fn broadcast<M: Message>(message: &M, receivers: usize) -> Vec<M> {
    vec![message.clone(); receivers]
}

fn main() {
    println!("{:?}", broadcast(&"tick".to_string(), 3));
}
