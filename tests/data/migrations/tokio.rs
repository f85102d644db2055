use std::time::Duration;

fn main() {
    let mut single = tokio::runtime::Builder::new().basic_scheduler().enable_all().build().unwrap();
    let here = std::thread::current().id();
    let there = single.block_on(async {
        let (send, receive) = tokio::sync::oneshot::channel();
        tokio::spawn(async move {
            tokio::time::delay_for(Duration::from_millis(1)).await;
            send.send(std::thread::current().id()).unwrap();
        });
        receive.await.unwrap()
    });
    println!("{}", here == there);
    let mut many = tokio::runtime::Builder::new()
        .threaded_scheduler()
        .enable_all()
        .build()
        .unwrap();
    let there = many.block_on(async {
        let (send, receive) = tokio::sync::oneshot::channel();
        tokio::spawn(async move {
            send.send(std::thread::current().id()).unwrap();
        });
        receive.await.unwrap()
    });
    println!("time::delay_for {}", here == there);
}
