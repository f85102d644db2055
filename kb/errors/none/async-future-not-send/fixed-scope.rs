use std::rc::Rc;

pub fn spawn<F: Future<Output = ()> + Send + 'static>(_task: F) {}

async fn save() {}

pub fn start() {
    spawn(async {
        {
            let name = Rc::new(String::from("orders"));
            println!("saving {name}");
        }
        save().await;
    });
}
