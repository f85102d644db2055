use std::rc::Rc;

pub fn spawn<F: Future<Output = ()> + Send + 'static>(_task: F) {}

async fn save() {}

pub fn start() {
    spawn(async {
        let name = Rc::new(String::from("orders"));
        save().await;
        println!("saved {name}");
    });
}
