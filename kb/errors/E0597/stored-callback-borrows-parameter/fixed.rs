type Callback = Box<dyn Fn(u32)>;

pub fn register(callbacks: &mut Vec<Callback>, name: String) {
    callbacks.push(Box::new(move |code| {
        println!("{name} finished with code {code}");
    }));
}
