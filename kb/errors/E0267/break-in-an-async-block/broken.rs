pub fn senders(addresses: Vec<String>) -> Vec<impl Future<Output = ()>> {
    let mut tasks = Vec::new();
    for address in addresses {
        tasks.push(async move {
            if address.is_empty() {
                break;
            }
            println!("sending to {address}");
        });
    }
    tasks
}
